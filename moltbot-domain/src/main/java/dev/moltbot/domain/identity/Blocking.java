package dev.moltbot.domain.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses who is compared with whom. Whoever shares a key is a candidate, the rarest keys first,
 * until a person has had {@link #MOST_CANDIDATES}; a key that many share is not looked at. So the
 * work grows with the number of people and no faster, and nobody costs more than the limit.
 */
final class Blocking {
  /** With how many others a person is compared, at most, however many people there are. */
  static final int MOST_CANDIDATES = 40;

  /** A key shared by more people says too little. */
  static final int MOST_SHARING = 100;

  /** An entry is a key's hash and a person's place in one long. */
  private static final int PLACE_BITS = 24;

  private static final long PLACE = (1L << PLACE_BITS) - 1;

  private final long[] entries;
  private final int[] compared;

  private Blocking(long[] entries, int people) {
    this.entries = entries;
    this.compared = new int[people];
  }

  static Pairs candidates(Population population) {
    if (population.size() > PLACE) {
      throw new IllegalArgumentException("more than " + PLACE + " people at once");
    }
    long[] entries =
        IntStream.range(0, population.size())
            .parallel()
            .boxed()
            .flatMapToLong(place ->
                BlockingKeys.of(population.get(place)).stream()
                    .mapToLong(key -> (hash(key) << PLACE_BITS) | place)
                    .distinct())
            .toArray();
    Arrays.parallelSort(entries);
    return new Blocking(entries, population.size()).pairs();
  }

  /**
   * FNV-1a, of which the highest bits are lost; two keys of one hash only make one larger block.
   */
  static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }

  private record Block(int from, int size) {}

  private Pairs pairs() {
    var seen = new PairSet();
    var pairs = new Pairs();
    for (Block block : blocks()) {
      for (int i = block.from(); i < block.from() + block.size(); i++) {
        pairWithLater(i, block.from() + block.size(), seen, pairs);
      }
    }
    return pairs;
  }

  private void pairWithLater(int at, int end, PairSet seen, Pairs pairs) {
    int first = place(at);
    for (int i = at + 1; i < end && compared[first] < MOST_CANDIDATES; i++) {
      int second = place(i);
      if (compared[second] < MOST_CANDIDATES && seen.add(first, second)) {
        compared[first]++;
        compared[second]++;
        pairs.add(first, second);
      }
    }
  }

  private int place(int entry) {
    return (int) (entries[entry] & PLACE);
  }

  /**
   * Smallest first; of one size in the order of their keys, so that the result is always the same.
   */
  private List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    int from = 0;
    for (int i = 1; i <= entries.length; i++) {
      if (i == entries.length || entries[i] >>> PLACE_BITS != entries[from] >>> PLACE_BITS) {
        if (i - from > 1 && i - from <= MOST_SHARING) {
          blocks.add(new Block(from, i - from));
        }
        from = i;
      }
    }
    blocks.sort(Comparator.comparingInt(Block::size));
    return blocks;
  }
}
