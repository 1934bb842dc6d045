package dev.moltbot.domain.identity;

/**
 * Which pairs were met: a hash table of longs, because a set of objects takes ten times as much.
 */
final class PairSet {
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private long[] slots = new long[1 << 10];
  private int size;

  /** False when the pair is already there. Two different people, the first with the lower place. */
  boolean add(int first, int second) {
    long pair = ((long) Math.min(first, second) << Integer.SIZE) | Math.max(first, second);
    boolean added = put(slots, pair);
    if (added && ++size > slots.length / 2) {
      grow();
    }
    return added;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long pair : slots) {
      if (pair != 0) {
        put(larger, pair);
      }
    }
    slots = larger;
  }

  /** Zero is free: no pair is zero, as nobody is a pair with oneself. */
  private static boolean put(long[] slots, long pair) {
    int at = (int) ((pair * SPREAD) >>> 32) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != pair) {
      at = (at + 1) & (slots.length - 1);
    }
    boolean added = slots[at] == 0;
    slots[at] = pair;
    return added;
  }
}
