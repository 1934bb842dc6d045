package dev.moltbot.domain.identity;

import org.jspecify.annotations.Nullable;

/** Remembers who was met lately: whoever shares a key is met again at once. For one thread. */
final class Acquaintances {
  private static final int REMEMBERED = 1 << 8;

  private final Population population;
  private final @Nullable Person[] met = new @Nullable Person[REMEMBERED];
  private final int[] places = new int[REMEMBERED];

  Acquaintances(Population population) {
    this.population = population;
  }

  Person get(int place) {
    int at = place & (REMEMBERED - 1);
    Person known = met[at];
    if (known == null || places[at] != place) {
      known = population.get(place);
      met[at] = known;
      places[at] = place;
    }
    return known;
  }
}
