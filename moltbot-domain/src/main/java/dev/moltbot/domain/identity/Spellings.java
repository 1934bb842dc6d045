package dev.moltbot.domain.identity;

import java.util.Set;

/** What is known about the spelling of words and names, in any language. Thread-safe. */
public interface Spellings {

  /** One form for all the ways this word is written. */
  String sounding(String word);

  /** Which given names this word can stand for, as numbers; empty when nobody listed it. */
  Set<Integer> givenNames(String word);

  /** How alike two words are, letter by letter, from 0 to 1; symmetric. */
  double alike(String first, String second);

  /** How many characters have to be put in, left out or replaced to make one of the other. */
  int slips(String first, String second);
}
