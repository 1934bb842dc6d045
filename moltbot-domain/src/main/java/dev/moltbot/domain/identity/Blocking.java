package dev.moltbot.domain.identity;

import java.util.Arrays;

/**
 * Chooses who is compared with whom. Whoever shares a key is a candidate, the rarest keys first,
 * until a person has had {@link #MOST_CANDIDATES}; a key that many share is not looked at. So the
 * work grows with the number of people and no faster, and nobody costs more than the limit. Pairs
 * are met, not kept: there are twenty for each person. Immutable.
 */
final class Blocking {
  /** With how many others a person is compared, at most, however many people there are. */
  static final int MOST_CANDIDATES = 40;

  /** A key shared by more people says too little. */
  static final int MOST_SHARING = 100;

  private final int people;

  /** People block by block, the smallest blocks first; of one size in the order of their keys. */
  private final int[] members;

  /** Where the blocks of a size end among the members. */
  private final int[] ends = new int[MOST_SHARING + 1];

  /** Where each person's blocks begin, and those blocks' numbers, ascending. */
  private final int[] firsts;

  private final int[] blocks;

  /** What is done with a pair. */
  interface Use {
    void pair(int first, int second);
  }

  Blocking(Population population) {
    if (population.size() > Keyring.MOST_PEOPLE) {
      throw new IllegalArgumentException("more than " + Keyring.MOST_PEOPLE + " people at once");
    }
    people = population.size();
    members = members(new Keyring(population));
    firsts = new int[people + 1];
    blocks = new int[members.length];
    noteBlocks();
  }

  /** FNV-1a, of which the highest bits are lost. */
  static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }

  private int[] members(Keyring entries) {
    int[] next = new int[MOST_SHARING + 1];
    for (int from = 0; from < entries.size(); from += size(entries, from)) {
      int size = size(entries, from);
      if (size > 1 && size <= MOST_SHARING) {
        ends[size] += size;
      }
    }
    for (int size = 2; size <= MOST_SHARING; size++) {
      next[size] = ends[size - 1];
      ends[size] += ends[size - 1];
    }
    return inOrder(entries, next);
  }

  private int[] inOrder(Keyring entries, int[] next) {
    var ordered = new int[ends[MOST_SHARING]];
    for (int from = 0; from < entries.size(); from += size(entries, from)) {
      int size = size(entries, from);
      if (size > 1 && size <= MOST_SHARING) {
        for (int i = 0; i < size; i++) {
          ordered[next[size]++] = entries.place(from + i);
        }
      }
    }
    return ordered;
  }

  private static int size(Keyring entries, int from) {
    int end = from + 1;
    while (end < entries.size() && entries.sameKey(end, from)) {
      end++;
    }
    return end - from;
  }

  private void noteBlocks() {
    Arrays.stream(members).forEach(person -> firsts[person + 1]++);
    Arrays.parallelPrefix(firsts, Integer::sum);
    int[] next = firsts.clone();
    eachBlock((number, from, size) -> {
      for (int i = from; i < from + size; i++) {
        blocks[next[members[i]]++] = number;
      }
    });
  }

  private interface Block {
    void at(int number, int from, int size);
  }

  private void eachBlock(Block use) {
    int number = 0;
    int from = 0;
    for (int size = 2; size <= MOST_SHARING; size++) {
      for (; from < ends[size]; from += size) {
        use.at(number++, from, size);
      }
    }
  }

  /**
   * Meets each pair once, always in the same order.
   *
   * @return with how many others each person was met
   */
  int[] each(Use use) {
    var met = new int[people];
    eachBlock((number, from, size) -> {
      for (int i = from; i < from + size; i++) {
        meetLater(number, i, from + size, met, use);
      }
    });
    return met;
  }

  private void meetLater(int block, int at, int end, int[] met, Use use) {
    int first = members[at];
    for (int i = at + 1; i < end && met[first] < MOST_CANDIDATES; i++) {
      int second = members[i];
      if (met[second] < MOST_CANDIDATES && !metBefore(first, second, block)) {
        met[first]++;
        met[second]++;
        use.pair(first, second);
      }
    }
  }

  /** Whether they share an earlier block: both are in this one, so neither list ends before it. */
  private boolean metBefore(int first, int second, int block) {
    int one = firsts[first];
    int other = firsts[second];
    while (blocks[one] < block && blocks[other] < block) {
      if (blocks[one] == blocks[other]) {
        return true;
      }
      if (blocks[one] < blocks[other]) {
        one++;
      } else {
        other++;
      }
    }
    return false;
  }
}
