package dev.moltbot.domain.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds who may be one person among many, without anyone having said so of a single pair.
 *
 * <p>Deterministic. Uses all processors for a moment. Takes at most 0.4 kB for each person,
 * whatever the pairs, because pairs are compared as they are met.
 */
public final class Matching {
  /**
   * From here on it is worth asking: a question too many costs the owner one key, and a question
   * not asked leaves one person two.
   */
  public static final double WORTH_ASKING = 0.3;

  /** What names that are only alike come to, when there is nothing else. */
  private static final double BARELY = 0.1;

  /** Pairs that are compared at once, and those that one processor takes. */
  private static final int BATCH = 1 << 16;

  private static final int PIECE = 1 << 11;

  private final Population population;
  private final Agreement agreement;
  private final Blocking candidates;
  private final Weights weights;
  private final long compared;
  private final int mostCompared;

  public Matching(Spellings spellings, People people) {
    this.population = new Population(spellings, people);
    this.agreement = new Agreement(spellings);
    this.candidates = new Blocking(population);
    var sample = new Sample();
    this.mostCompared = Arrays.stream(candidates.each(sample)).max().orElse(0);
    this.compared = sample.met();
    this.weights = new Training(population, agreement).fit(sample);
  }

  /** How many pairs are compared in all. */
  public long compared() {
    return compared;
  }

  /** With how many others anybody is compared, at most. */
  public int mostCompared() {
    return mostCompared;
  }

  /**
   * Those who are one person with at least this probability.
   *
   * @return in no particular order
   */
  public List<Match> atLeast(double probability) {
    var all = new ArrayList<Match>();
    search(probability, all::addAll);
    return all;
  }

  /**
   * Hands over those who are one person with at least this probability, some at a time.
   *
   * @param found called by this thread, never with none
   */
  public void search(double probability, Consumer<List<Match>> found) {
    var batch = new Pairs();
    candidates.each((first, second) -> {
      batch.add(first, second);
      if (batch.size() == BATCH) {
        compare(batch, probability, found);
      }
    });
    compare(batch, probability, found);
  }

  private void compare(Pairs batch, double least, Consumer<List<Match>> found) {
    List<Match> matches =
        IntStream.rangeClosed(0, batch.size() / PIECE)
            .parallel()
            .mapToObj(piece -> matches(batch, piece * PIECE, least))
            .flatMap(List::stream)
            .toList();
    batch.clear();
    if (!matches.isEmpty()) {
      found.accept(matches);
    }
  }

  private List<Match> matches(Pairs batch, int from, double least) {
    var matches = new ArrayList<Match>();
    var acquaintances = new Acquaintances(population);
    for (int i = from; i < Math.min(from + PIECE, batch.size()); i++) {
      Person first = acquaintances.get(batch.first(i));
      match(first, acquaintances.get(batch.second(i)), least).ifPresent(matches::add);
    }
    return matches;
  }

  private Optional<Match> match(Person first, Person second, double least) {
    Comparison comparison = Comparison.of(first, second, agreement);
    double probability = weights.probability(comparison, population);
    if (probability >= least) {
      probability = Math.min(probability, byNamesAlone(first, second, comparison));
    }
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
   * The most it can be. Where only the names speak for it, they have to be whole and the same, no
   * birthday may speak against it, and they speak for every pair of namesakes alike: somebody is
   * described about twice, so of three namesakes each pair is one in two, of five one in four.
   */
  private double byNamesAlone(Person first, Person second, Comparison comparison) {
    if (!weights.onlyNamesSpeakForIt(comparison, population)) {
      return 1;
    }
    return comparison.sameWholeName() && comparison.level(Field.BIRTHDAY) != Level.DIFFERENT
        ? 1.0 / Math.max(1, namesakes(first, second) - 1)
        : BARELY;
  }

  private int namesakes(Person first, Person second) {
    return Math.max(population.namesakes(first), population.namesakes(second));
  }
}
