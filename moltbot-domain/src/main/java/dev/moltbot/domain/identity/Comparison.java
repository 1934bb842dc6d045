package dev.moltbot.domain.identity;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How well two people agree, field by field. */
@SuppressWarnings("EnumOrdinal") // Arrays by field: millions of pairs are looked at.
final class Comparison {
  private final @Nullable Level[] levels = new @Nullable Level[Field.values().length];
  private final @Nullable Word[] shared = new @Nullable Word[Field.values().length];
  private boolean namesSwapped;

  private Comparison() {}

  static Comparison of(Person first, Person second, Agreement agreement) {
    var comparison = new Comparison();
    for (Field field : Field.values()) {
      comparison.compare(field, first.of(field), second.of(field), agreement);
    }
    comparison.trySwapped(first, second, agreement);
    return comparison;
  }

  /** Null when one of them does not have the field. */
  @Nullable Level level(Field field) {
    return levels[field.ordinal()];
  }

  /** The value both have, where they agree fully. */
  @Nullable Word shared(Field field) {
    return shared[field.ordinal()];
  }

  /** Whether anything besides names was there to compare. */
  boolean hasMoreThanNames() {
    return Stream.of(Field.values())
        .anyMatch(field -> field.kind() != Field.Kind.NAME && level(field) != null);
  }

  /** Mailboxes are named after people: where both names agree, likeness says the same again. */
  boolean mailboxesAreAlikeAsNamesAre(Field field) {
    return field == Field.EMAIL
        && level(field) != Level.SAME
        && agrees(Field.GIVEN)
        && agrees(Field.FAMILY);
  }

  private boolean agrees(Field field) {
    Level level = level(field);
    return level != null && level.compareTo(Level.CLOSE) <= 0;
  }

  boolean sameWholeName() {
    return isSame(Field.GIVEN) && isSame(Field.FAMILY);
  }

  private boolean isSame(Field field) {
    return level(field) == Level.SAME || level(field) == Level.SPELLED;
  }

  boolean namesSwapped() {
    return namesSwapped;
  }

  private void compare(Field field, Word[] first, Word[] second, Agreement agreement) {
    for (Word one : first) {
      for (Word other : second) {
        take(field, agreement.of(field, one, other), one);
      }
    }
  }

  /** Of several values the pair that agrees best counts. */
  private void take(Field field, Level level, Word word) {
    Level before = levels[field.ordinal()];
    if (before == null || level.compareTo(before) < 0) {
      levels[field.ordinal()] = level;
      shared[field.ordinal()] = level == Level.SAME ? word : null;
    }
  }

  /** "Lee Ann" is "Ann Lee": where that is the better reading, it is the one that counts. */
  private void trySwapped(Person first, Person second, Agreement agreement) {
    if (distance() > 0) {
      var swapped = new Comparison();
      swapped.compare(Field.GIVEN, first.of(Field.GIVEN), second.of(Field.FAMILY), agreement);
      swapped.compare(Field.FAMILY, first.of(Field.FAMILY), second.of(Field.GIVEN), agreement);
      if (swapped.distance() + 1 < distance()) {
        namesSwapped = true;
        takeNamesOf(swapped);
      }
    }
  }

  private void takeNamesOf(Comparison swapped) {
    for (int name : new int[] {Field.GIVEN.ordinal(), Field.FAMILY.ordinal()}) {
      levels[name] = swapped.levels[name];
      shared[name] = swapped.shared[name];
    }
  }

  /** How far the two names are apart; a part that is not known is as good as none. */
  private int distance() {
    return distance(level(Field.GIVEN)) + distance(level(Field.FAMILY));
  }

  private static int distance(@Nullable Level level) {
    return level == null ? Level.DIFFERENT.ordinal() : level.ordinal();
  }
}
