package dev.moltbot.domain.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits the weights to people nobody labelled: strangers' agreements from pairs drawn at random, one
 * person's agreements by expectation and maximisation over the pairs that are candidates. What is
 * assumed beforehand counts as much as so many pairs, so that a small or an odd address book moves
 * the weights a little and never breaks them.
 */
@SuppressWarnings("EnumOrdinal") // Arrays by field: millions of pairs are looked at.
final class Training {
  private static final int RANDOM_PAIRS = 20_000;
  private static final int PER_PERSON = 20;
  private static final double ASSUMED_STRANGERS = 2_000;
  private static final double ASSUMED_SAME = 100;
  private static final int ROUNDS = 8;

  /** Assumed at first: every second person is described twice. */
  private static final double SAME_PER_PERSON = 0.5;

  /** Bounds of what the data may say instead. */
  private static final double FEWEST = 0.2;

  private static final double MOST = 3;

  private static final int FIELDS = Field.values().length;
  private static final int LEVELS = Level.values().length;

  private final Population population;
  private final Agreement agreement;

  Training(Population population, Agreement agreement) {
    this.population = population;
    this.agreement = agreement;
  }

  Weights fit(Sample candidates) {
    List<Comparison> telling = telling(candidates.kept());
    double[][] strangers = strangers();
    double found = SAME_PER_PERSON * population.size();
    Weights weights = new Weights(shares(assumed(ASSUMED_SAME, true)), strangers, priorBits(found));
    for (int round = 0; round < ROUNDS; round++) {
      double[][] same = assumed(ASSUMED_SAME, true);
      found = candidates.each() * expect(telling, weights, same);
      weights = new Weights(shares(same), strangers, priorBits(found));
    }
    return weights;
  }

  /** Pairs of bare names teach nothing: there is nothing to check a name by. */
  private List<Comparison> telling(Pairs candidates) {
    return IntStream.range(0, candidates.size())
        .parallel()
        .mapToObj(i -> comparison(candidates.first(i), candidates.second(i)))
        .filter(Comparison::hasMoreThanNames)
        .toList();
  }

  /** Adds each candidate's agreements by how likely it is one person; returns the sum of that. */
  private double expect(List<Comparison> candidates, Weights weights, double[][] same) {
    double sum = 0;
    for (Comparison comparison : candidates) {
      double probability = weights.probability(comparison, population);
      add(comparison, probability, same);
      sum += probability;
    }
    return sum;
  }

  private double priorBits(double found) {
    double people = Math.max(2, population.size());
    double expected = Math.clamp(found, FEWEST * people, MOST * people);
    return Weights.log2(expected / (people * (people - 1) / 2));
  }

  private double[][] strangers() {
    double[][] counts = assumed(ASSUMED_STRANGERS, false);
    var random = new Random(population.size());
    for (int i = 0; i < Math.min(RANDOM_PAIRS, PER_PERSON * population.size()); i++) {
      int first = random.nextInt(population.size());
      int second = random.nextInt(population.size());
      if (first != second) {
        add(comparison(first, second), 1, counts);
      }
    }
    return shares(counts);
  }

  private Comparison comparison(int first, int second) {
    return Comparison.of(population.get(first), population.get(second), agreement);
  }

  private static void add(Comparison comparison, double weight, double[][] counts) {
    for (Field field : Field.values()) {
      Level level = comparison.level(field);
      if (level != null) {
        counts[field.ordinal()][level.ordinal()] += weight;
      }
    }
  }

  private static double[][] assumed(double pairs, boolean same) {
    var counts = new double[FIELDS][LEVELS];
    for (Field field : Field.values()) {
      for (Level level : Level.values()) {
        double share = same ? field.amongSame(level) : field.amongStrangers(level);
        counts[field.ordinal()][level.ordinal()] = pairs * share;
      }
    }
    return counts;
  }

  private static double[][] shares(double[][] counts) {
    for (double[] field : counts) {
      double sum = Arrays.stream(field).sum();
      for (int level = 0; level < LEVELS; level++) {
        field[level] /= sum;
      }
    }
    return counts;
  }
}
