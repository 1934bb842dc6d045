package dev.moltbot.domain.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The keys by which people are grouped: of each person the rarest of those that others have too. An
 * entry is a key's hash and a person's place in one long; they are in order, and so a key's people
 * are together. Two keys of one hash only make one larger group.
 */
final class Keyring {
  static final int PLACE_BITS = 24;
  static final int MOST_PEOPLE = 1 << PLACE_BITS;

  private static final long PLACE = MOST_PEOPLE - 1;

  /** Of all people together; but each has between so many. */
  private static final int ENTRIES = 8_000_000;

  private static final int FEWEST_KEYS = 8;
  private static final int MOST_KEYS = 64;

  /** People whose keys are made at once. */
  private static final int PIECE = 1 << 13;

  private final Population population;
  private final long[] entries;
  private int size;

  Keyring(Population population) {
    this.population = population;
    int each = Math.clamp(ENTRIES / Math.max(1, population.size()), FEWEST_KEYS, MOST_KEYS);
    this.entries = new long[Math.multiplyExact(population.size(), each)];
    var rarity = new Rarity(population.size());
    each(this::keysOf, keys -> Arrays.stream(keys).forEach(rarity::count));
    each(place -> rarest(place, rarity, each), this::add);
    Arrays.sort(entries, 0, size);
  }

  int size() {
    return size;
  }

  int place(int entry) {
    return (int) (entries[entry] & PLACE);
  }

  boolean sameKey(int entry, int other) {
    return entries[entry] >>> PLACE_BITS == entries[other] >>> PLACE_BITS;
  }

  private interface Use {
    void keys(long[] keys);
  }

  /** Makes keys on all processors, and uses them on one, in order. */
  private void each(IntFunction<long[]> keys, Use use) {
    for (int from = 0; from < population.size(); from += PIECE) {
      int to = Math.min(from + PIECE, population.size());
      long[][] made = IntStream.range(from, to).parallel().mapToObj(keys).toArray(long[][]::new);
      Arrays.stream(made).forEach(use::keys);
    }
  }

  private long[] keysOf(int place) {
    return BlockingKeys.of(population.get(place)).stream()
        .mapToLong(Blocking::hash)
        .distinct()
        .toArray();
  }

  private long[] rarest(int place, Rarity rarity, int most) {
    return Arrays.stream(keysOf(place))
        .filter(key -> rarity.of(key) > 1 && rarity.of(key) <= Blocking.MOST_SHARING)
        .boxed()
        .sorted(Comparator.comparingInt(rarity::of).thenComparing(key -> key))
        .limit(most)
        .mapToLong(key -> key << PLACE_BITS | place)
        .toArray();
  }

  private void add(long[] chosen) {
    System.arraycopy(chosen, 0, entries, size, chosen.length);
    size += chosen.length;
  }
}
