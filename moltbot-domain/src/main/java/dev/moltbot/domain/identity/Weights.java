package dev.moltbot.domain.identity;

import java.util.stream.Stream;

/**
 * What each agreement is worth, in bits: the logarithm of how much more often it is seen between
 * two descriptions of one person than between strangers. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // Arrays by field: millions of pairs are looked at.
final class Weights {
  /** No single agreement or difference decides more than this, whatever the counts say. */
  private static final double MOST_BITS = 18;

  /** A second field of an address says half of what it says alone. */
  private static final double REPEATED = 0.5;

  private final double[][] amongSame;
  private final double[][] amongStrangers;
  private final double priorBits;

  /**
   * @param amongSame by field and level
   * @param amongStrangers by field and level
   * @param priorBits of two people taken at random being one
   */
  Weights(double[][] amongSame, double[][] amongStrangers, double priorBits) {
    this.amongSame = amongSame;
    this.amongStrangers = amongStrangers;
    this.priorBits = priorBits;
  }

  double[][] amongStrangers() {
    return amongStrangers;
  }

  /** How likely the two are one person, from 0 to 1. */
  double probability(Comparison comparison, Population population) {
    double odds = Math.pow(2, priorBits + bits(comparison, population));
    return odds / (1 + odds);
  }

  private double bits(Comparison comparison, Population population) {
    double sum = 0;
    double best = 0;
    double address = 0;
    for (Field field : Field.values()) {
      double worth = worth(field, comparison, population);
      if (worth > 0 && comparison.mailboxesAreAlikeAsNamesAre(field)) {
        worth *= REPEATED;
      }
      if (field.ofAddress() && worth > 0) {
        best = Math.max(best, worth);
        address += worth;
      } else {
        sum += worth;
      }
    }
    return sum + best + REPEATED * (address - best);
  }

  boolean onlyNamesSpeakForIt(Comparison comparison, Population population) {
    return Stream.of(Field.values())
        .noneMatch(
            field -> field.kind() != Field.Kind.NAME && worth(field, comparison, population) > 0);
  }

  /** Nothing, where one of the two does not have the field. */
  double worth(Field field, Comparison comparison, Population population) {
    Level level = comparison.level(field);
    if (level == null) {
      return 0;
    }
    Word shared = comparison.shared(field);
    double strangers =
        shared == null
            ? amongStrangers[field.ordinal()][level.ordinal()]
            : population.frequency(field, shared);
    double bits = log2(amongSame[field.ordinal()][level.ordinal()] / strangers);
    return Math.clamp(bits, -MOST_BITS, MOST_BITS);
  }

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
