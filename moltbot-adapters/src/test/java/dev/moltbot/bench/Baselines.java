package dev.moltbot.bench;

import dev.moltbot.domain.identity.Field;
import java.util.HashMap;
import java.util.Set;
import java.util.function.IntFunction;

/** What plain equality finds, with all that follows from it. */
final class Baselines {
  private Baselines() {}

  /** The same e-mail address, or the same name and birthday. */
  static Set<Long> exact(LabelledSet set) {
    return joined(set).pairs();
  }

  /** As {@link #exact}, or the same full name. */
  static Set<Long> exactOrNamed(LabelledSet set) {
    Components people = joined(set);
    joinEqual(set, people, row -> name(set, row));
    return people.pairs();
  }

  private static Components joined(LabelledSet set) {
    var people = new Components(set.size());
    joinEqual(set, people, row -> set.value(row, Field.EMAIL));
    joinEqual(set, people, row -> both(set.value(row, Field.BIRTHDAY), name(set, row)));
    return people;
  }

  private static String name(LabelledSet set, int row) {
    return both(set.value(row, Field.GIVEN), set.value(row, Field.FAMILY));
  }

  /** Nothing unless both are there. */
  private static String both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? "" : one + " " + other;
  }

  private static void joinEqual(LabelledSet set, Components people, IntFunction<String> key) {
    var first = new HashMap<String, Integer>();
    for (int row = 0; row < set.size(); row++) {
      String value = key.apply(row);
      Integer earlier = value.isEmpty() ? null : first.putIfAbsent(value, row);
      if (earlier != null) {
        people.join(earlier, row);
      }
    }
  }
}
