package dev.moltbot.domain.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds who may be one person among many, without anyone having said so of a single pair.
 *
 * <p>Deterministic. Uses all processors for a moment; takes memory in proportion to the people, 1.5
 * kB each.
 */
public final class Matching {
  /**
   * From here on it is worth asking: a question too many costs the owner one key, and a question
   * not asked leaves one person two.
   */
  public static final double WORTH_ASKING = 0.3;

  /** What names that are only alike come to, when there is nothing else. */
  private static final double BARELY = 0.1;

  private final Population population;
  private final Agreement agreement;
  private final Pairs candidates;
  private final Weights weights;

  public Matching(Spellings spellings, Collection<Description> people) {
    this.population = new Population(spellings, people);
    this.agreement = new Agreement(spellings);
    this.candidates = Blocking.candidates(population);
    this.weights = new Training(population, agreement).fit(candidates);
  }

  /** How many pairs are compared in all. */
  public int compared() {
    return candidates.size();
  }

  /** With how many others anybody is compared, at most. */
  public int mostCompared() {
    return candidates.mostOfOne(population.size());
  }

  /**
   * Those who are one person with at least this probability.
   *
   * @return in no particular order
   */
  public List<Match> atLeast(double probability) {
    return IntStream.range(0, candidates.size())
        .parallel()
        .mapToObj(candidate -> match(candidate, probability))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Match> match(int candidate, double least) {
    Person first = population.get(candidates.first(candidate));
    Person second = population.get(candidates.second(candidate));
    Comparison comparison = Comparison.of(first, second, agreement);
    double probability = probability(first, second, comparison);
    return probability < least
        ? Optional.empty()
        : Optional.of(
            new Match(
                first.key(),
                second.key(),
                probability,
                Reasons.of(comparison, weights, population)));
  }

  /**
   * Where only the names speak for it, they have to be whole and the same, no birthday may speak
   * against it, and they speak for every pair of namesakes alike: somebody is described about
   * twice, so of three namesakes each pair is one in two, of five one in four.
   */
  private double probability(Person first, Person second, Comparison comparison) {
    double probability = weights.probability(comparison, population);
    if (!weights.onlyNamesSpeakForIt(comparison, population)) {
      return probability;
    }
    return comparison.sameWholeName() && comparison.level(Field.BIRTHDAY) != Level.DIFFERENT
        ? Math.min(probability, 1.0 / Math.max(1, namesakes(first, second) - 1))
        : Math.min(probability, BARELY);
  }

  private int namesakes(Person first, Person second) {
    return Math.max(population.namesakes(first), population.namesakes(second));
  }
}
