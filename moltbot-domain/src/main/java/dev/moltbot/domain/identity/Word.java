package dev.moltbot.domain.identity;

import java.util.Set;

/**
 * A value of a field with what is looked up of it once. One object for one value of a field in a
 * {@link Population}, so that equality is identity.
 */
final class Word {
  private final String text;
  private final String sound;
  private final Set<Integer> givenNames;
  private int bearers;

  Word(String text, String sound, Set<Integer> givenNames) {
    this.text = text;
    this.sound = sound;
    this.givenNames = givenNames;
  }

  String text() {
    return text;
  }

  String sound() {
    return sound;
  }

  void count() {
    bearers++;
  }

  /** How many descriptions have this value. */
  int bearers() {
    return bearers;
  }

  Set<Integer> givenNames() {
    return givenNames;
  }

  boolean standsForTheSameAs(Word other) {
    for (Integer name : givenNames) {
      if (other.givenNames.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
