package dev.moltbot.domain.identity;

import java.util.Arrays;

/** Pairs of people by their places in a population; a list of longs, for there are many. */
final class Pairs {
  private long[] packed = new long[64];
  private int size;

  void add(int first, int second) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, size * 2);
    }
    packed[size++] = ((long) first << Integer.SIZE) | second;
  }

  int size() {
    return size;
  }

  int first(int index) {
    return (int) (packed[index] >>> Integer.SIZE);
  }

  int second(int index) {
    return (int) packed[index];
  }

  void clear() {
    size = 0;
  }

  /** Leaves every second one. */
  void thin() {
    for (int i = 0; i < size; i += 2) {
      packed[i / 2] = packed[i];
    }
    size = (size + 1) / 2;
  }
}
