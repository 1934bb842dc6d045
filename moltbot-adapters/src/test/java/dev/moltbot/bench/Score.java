package dev.moltbot.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well pairs agree with the truth.
 *
 * @param pairs how many were said to be one
 * @param right how many of them are
 * @param possible how many there are to be found
 * @param people how many descriptions
 */
record Score(long pairs, long right, long possible, int people) {

  /** A pair is two places in the list of truths, the lower one first. */
  static Score of(Set<Long> pairs, List<String> truth) {
    long right =
        pairs.stream()
            .filter(pair -> truth.get((int) (pair >> 32)).equals(truth.get((int) (long) pair)))
            .count();
    return new Score(pairs.size(), right, possible(truth), truth.size());
  }

  static long pair(long one, long other) {
    return Math.min(one, other) << 32 | Math.max(one, other);
  }

  private static long possible(Collection<String> truth) {
    Map<String, Long> sizes = new HashMap<>();
    truth.forEach(person -> sizes.merge(person, 1L, Long::sum));
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  /** Of nothing said, nothing is wrong. */
  double precision() {
    return pairs == 0 ? 1 : (double) right / pairs;
  }

  double recall() {
    return possible == 0 ? 1 : (double) right / possible;
  }

  /** Pairs made one that are two, for every ten thousand descriptions. */
  double wrongPerTenThousand() {
    return (pairs - right) * 10_000.0 / people;
  }

  @Override
  public String toString() {
    return "%7d pairs  precision %.4f  recall %.4f  wrong per 10,000: %.1f"
        .formatted(pairs, precision(), recall(), wrongPerTenThousand());
  }
}
