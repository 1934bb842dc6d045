package dev.moltbot.domain.identity;

/** A description with its words looked up. */
@SuppressWarnings("EnumOrdinal") // Arrays by field: millions of pairs are looked at.
final class Person {
  private static final Word[] NONE = {};

  private final long key;
  private final Word[][] words;

  Person(long key, Word[][] words) {
    this.key = key;
    this.words = words;
  }

  long key() {
    return key;
  }

  /** All values of a field; none when it is not known. */
  Word[] of(Field field) {
    Word[] known = words[field.ordinal()];
    return known == null ? NONE : known;
  }

  boolean knows(Field field) {
    return words[field.ordinal()] != null;
  }
}
