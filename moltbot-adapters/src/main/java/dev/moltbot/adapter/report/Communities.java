package dev.moltbot.adapter.report;

import dev.moltbot.port.Overview.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who belongs together: people whose ties among each other are more than chance would have it. The
 * first level of Louvain's method (Blondel and others 2008, arXiv 0803.0476), repeated until nobody
 * moves. People are looked at in one order and ties are broken by number, so the same graph always
 * falls into the same groups.
 */
final class Communities {
  private static final int ROUNDS_MAX = 40;

  private final List<Map<Integer, Double>> near = new ArrayList<>();
  private final int[] group;
  private final double[] strength;
  private final double[] groupStrength;
  private double total;

  private Communities(int people, List<Tie> ties) {
    group = new int[people];
    strength = new double[people];
    groupStrength = new double[people];
    for (int i = 0; i < people; i++) {
      near.add(new HashMap<>());
      group[i] = i;
    }
    for (Tie tie : ties) {
      near.get(tie.first()).merge(tie.second(), tie.weight(), Double::sum);
      near.get(tie.second()).merge(tie.first(), tie.weight(), Double::sum);
      strength[tie.first()] += tie.weight();
      strength[tie.second()] += tie.weight();
      total += tie.weight();
    }
    System.arraycopy(strength, 0, groupStrength, 0, people);
  }

  /** The number of each person's group; whoever has no ties is a group alone. */
  static int[] of(int people, List<Tie> ties) {
    var found = new Communities(people, ties);
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS_MAX; round++) {
      moved = found.round();
    }
    return found.group;
  }

  private boolean round() {
    boolean moved = false;
    for (int person = 0; person < group.length; person++) {
      if (strength[person] > 0) {
        moved |= move(person);
      }
    }
    return moved;
  }

  /** Into the neighbouring group that gains most, by modularity. */
  private boolean move(int person) {
    int from = group[person];
    groupStrength[from] -= strength[person];
    var weights = new TreeMap<Integer, Double>();
    weights.put(from, 0.0);
    near.get(person).forEach((other, weight) -> weights.merge(group[other], weight, Double::sum));
    int best = from;
    double most = gain(person, from, weights.getOrDefault(from, 0.0));
    for (var entry : weights.entrySet()) {
      double gain = gain(person, entry.getKey(), entry.getValue());
      if (gain > most + 1e-9) {
        most = gain;
        best = entry.getKey();
      }
    }
    group[person] = best;
    groupStrength[best] += strength[person];
    return best != from;
  }

  private double gain(int person, int into, double weight) {
    return weight - strength[person] * groupStrength[into] / (2 * total);
  }
}
