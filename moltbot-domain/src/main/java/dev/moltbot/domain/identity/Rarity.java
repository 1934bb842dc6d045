package dev.moltbot.domain.identity;

/**
 * By how many people a key is shared, as far as it matters: counted to 127. Some keys have one
 * counter together, so a key may count as commoner than it is and never as rarer.
 */
final class Rarity {
  private static final int COUNTERS_EACH = 64;

  /** As many bytes. */
  private static final int MOST_COUNTERS = 1 << 26;

  private final byte[] counters;

  Rarity(int people) {
    long wanted = Math.max(1L, people) * COUNTERS_EACH;
    counters = new byte[(int) Math.min(MOST_COUNTERS, Long.highestOneBit(wanted))];
  }

  void count(long key) {
    int at = counter(key);
    if (counters[at] != Byte.MAX_VALUE) {
      counters[at]++;
    }
  }

  int of(long key) {
    return counters[counter(key)];
  }

  private int counter(long key) {
    return (int) (key ^ key >>> 17) & (counters.length - 1);
  }
}
