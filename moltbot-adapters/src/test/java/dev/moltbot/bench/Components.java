package dev.moltbot.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People as connected parts: what is joined to one is joined to all of its part. */
final class Components {
  private final int[] parent;

  Components(int people) {
    parent = new int[people];
    for (int i = 0; i < people; i++) {
      parent[i] = i;
    }
  }

  void join(int one, int other) {
    parent[top(one)] = top(other);
  }

  private int top(int row) {
    int at = row;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** All pairs within the parts, as {@link Score#pair}. */
  Set<Long> pairs() {
    var members = new HashMap<Integer, List<Integer>>();
    for (int row = 0; row < parent.length; row++) {
      members.computeIfAbsent(top(row), unused -> new ArrayList<>()).add(row);
    }
    var pairs = new HashSet<Long>();
    for (List<Integer> part : members.values()) {
      for (int i = 0; i < part.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs.add(Score.pair(part.get(j), part.get(i)));
        }
      }
    }
    return pairs;
  }
}
