package dev.moltbot.domain.identity;

import java.util.Arrays;

/** Pairs of people by their places in a population; a list of longs, for there are many. */
final class Pairs {
  private long[] packed = new long[64];
  private int size;

  void add(int first, int second) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, size + (size >> 1));
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

  /** In how many pairs the one is who is in most. */
  int mostOfOne(int people) {
    var counts = new int[people];
    for (int i = 0; i < size; i++) {
      counts[first(i)]++;
      counts[second(i)]++;
    }
    return Arrays.stream(counts).max().orElse(0);
  }
}
