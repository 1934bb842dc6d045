package dev.moltbot.bench;

import dev.moltbot.domain.identity.Field;
import dev.moltbot.domain.identity.Match;
import dev.moltbot.domain.identity.Matching;
import dev.moltbot.naming.NameSpellings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Whether a limit chosen in view of some people holds for others: each set is parted by person, the
 * limit is chosen on one half and tried on the other. Then the whole set again with its fields
 * spoiled.
 */
final class HeldOut {
  private static final List<Double> LIMITS = List.of(.1, .2, .3, .4, .5, .6, .7, .8, .9);

  /** What the issue wants of suggestions. */
  private static final double PRECISION = 0.95;

  private static final int SEED = 20_260_122;

  private HeldOut() {}

  static void print(LabelledSet set) {
    LabelledSet chosenOn = set.only(HeldOut::isFirstHalf);
    LabelledSet triedOn = set.only(person -> !isFirstHalf(person));
    double limit = limit(chosenOn);
    var tried = new Asked(triedOn);
    System.out.printf(
        "  limit chosen on one half: %.1f; other half %s%n", limit, tried.from(limit));
    System.out.println(
        "  other half, Moltbot's limit " + tried.from(Matching.WORTH_ASKING) + merges(triedOn));
    print("one name in ten swapped", set.changed(new Random(SEED), HeldOut::swapped));
    print("one field in ten missing", set.changed(new Random(SEED), HeldOut::missing));
    print("one letter in thirty wrong", set.changed(new Random(SEED), HeldOut::mistyped));
  }

  private static void print(String how, LabelledSet spoiled) {
    Score asked = new Asked(spoiled).from(Matching.WORTH_ASKING);
    System.out.printf("  %-27s %s%s%n", how, asked, merges(spoiled));
  }

  private static String merges(LabelledSet set) {
    Score merges = Score.of(Merged.pairs(set), set.truth());
    return "; merges: precision %.4f of %d".formatted(merges.precision(), merges.pairs());
  }

  static boolean isFirstHalf(String person) {
    return new Random(person.hashCode()).nextBoolean();
  }

  /** The lowest, and so of the highest recall, at which precision is as wanted. */
  private static double limit(LabelledSet set) {
    var asked = new Asked(set);
    return LIMITS.stream()
        .filter(limit -> asked.from(limit).precision() >= PRECISION)
        .findFirst()
        .orElse(LIMITS.getLast());
  }

  /** Pairs merged or asked about, by the limit of probability. */
  private static final class Asked {
    private final List<String> truth;
    private final Set<Long> merged;
    private final List<Match> matches;

    Asked(LabelledSet set) {
      truth = set.truth();
      merged = Merged.pairs(set);
      matches =
          new Matching(new NameSpellings(), set.descriptions()::forEach).atLeast(LIMITS.getFirst());
    }

    Score from(double limit) {
      var pairs = new HashSet<>(merged);
      matches.stream()
          .filter(match -> match.probability() >= limit)
          .forEach(match -> pairs.add(Score.pair(match.first(), match.second())));
      return Score.of(pairs, truth);
    }
  }

  private static void swapped(Map<Field, String> values, Random random) {
    if (random.nextInt(10) == 0) {
      String given = values.getOrDefault(Field.GIVEN, "");
      values.put(Field.GIVEN, values.getOrDefault(Field.FAMILY, ""));
      values.put(Field.FAMILY, given);
    }
  }

  private static void missing(Map<Field, String> values, Random random) {
    values.replaceAll((field, value) -> random.nextInt(10) == 0 ? "" : value);
  }

  private static void mistyped(Map<Field, String> values, Random random) {
    for (Field field : new LinkedHashMap<>(values).keySet()) {
      var letters = new StringBuilder(values.getOrDefault(field, ""));
      for (int i = 0; i < letters.length(); i++) {
        if (Character.isLetter(letters.charAt(i)) && random.nextInt(30) == 0) {
          letters.setCharAt(i, (char) ('a' + random.nextInt(26)));
        }
      }
      values.put(field, letters.toString());
    }
  }
}
