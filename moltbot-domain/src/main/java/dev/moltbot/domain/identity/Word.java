package dev.moltbot.domain.identity;

import java.util.Set;

/** A value of a field with what is looked up of it. */
final class Word {
  private final String text;
  private final String sound;
  private final Set<Integer> givenNames;

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
