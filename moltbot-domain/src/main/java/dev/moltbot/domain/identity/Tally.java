package dev.moltbot.domain.identity;

/**
 * How often each of many values was met. A value is 40 bits of its hash, so that with its count it
 * takes one long: an object for each of a million addresses takes ten times as much. Two of a
 * million values are taken for one about once.
 */
final class Tally {
  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int COUNT_BITS = 24;
  private static final long COUNT = (1L << COUNT_BITS) - 1;

  private long[] slots = new long[1 << 10];
  private int used;

  void add(long hash) {
    int at = slot(slots, hash << COUNT_BITS);
    if (slots[at] == 0) {
      slots[at] = hash << COUNT_BITS;
      used++;
    }
    if ((slots[at] & COUNT) < COUNT) {
      slots[at]++;
    }
    if (used > slots.length / 2) {
      resize(slots.length * 2, 1);
    }
  }

  int of(long hash) {
    return (int) (slots[slot(slots, hash << COUNT_BITS)] & COUNT);
  }

  /** Forgets what was met less often, which is nearly everything. */
  void keepFrom(int least) {
    int kept = 0;
    for (long slot : slots) {
      kept += (slot & COUNT) >= least ? 1 : 0;
    }
    resize(Math.max(2, Integer.highestOneBit(kept) * 4), least);
  }

  private void resize(int size, int least) {
    var other = new long[size];
    used = 0;
    for (long slot : slots) {
      if ((slot & COUNT) >= least) {
        other[slot(other, slot)] = slot;
        used++;
      }
    }
    slots = other;
  }

  /** Where the value is, or would be. */
  private static int slot(long[] slots, long shifted) {
    long value = shifted >>> COUNT_BITS;
    int at = (int) ((value * SPREAD) >>> 32) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] >>> COUNT_BITS != value) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }
}
