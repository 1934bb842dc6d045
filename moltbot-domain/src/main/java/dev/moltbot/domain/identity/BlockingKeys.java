package dev.moltbot.domain.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What two descriptions have to have in common to be compared at all. Many keys for one person, so
 * that one slip or one missing field leaves others: whole names in any order and by sound, a name
 * with a year of birth or a place, an address of any kind, and single words, which count only where
 * few have them.
 */
final class BlockingKeys {
  private static final int NAME_HEAD = 4;

  /** Year and month of a date. */
  private static final int MONTH = 6;

  private BlockingKeys() {}

  static List<String> of(Person person) {
    var keys = new ArrayList<String>();
    List<String> names = names(person);
    each(person, Field.EMAIL, email -> mailbox(email, keys));
    each(person, Field.PHONE, phone -> keys.add("p" + phone));
    each(person, Field.STREET, street -> keys.add("s" + street));
    each(person, Field.BIRTHDAY, date -> birthday(person, date, names, keys));
    each(person, Field.PLACE, place -> with("l", place, names, keys));
    each(person, Field.POSTCODE, code -> with("c", code, names, keys));
    each(person, Field.ORGANISATION, name -> with("o", name, names, keys));
    names.forEach(name -> single(name, keys));
    keys.addAll(wholeNames(person));
    partsOfNames(person, keys);
    return keys;
  }

  /**
   * The word, and its letters in alphabetical order, which an exchange of two leaves as they are.
   */
  private static void single(String name, List<String> keys) {
    keys.add("n" + name);
    keys.add("a" + letters(name));
  }

  private static String letters(String name) {
    char[] sorted = name.toCharArray();
    Arrays.sort(sorted);
    return new String(sorted);
  }

  private static void mailbox(String email, List<String> keys) {
    keys.add("e" + email);
    keys.add("m" + Agreement.local(email));
    keys.add("m" + email.substring(email.lastIndexOf('@') + 1));
  }

  private static void birthday(Person person, String date, List<String> names, List<String> keys) {
    keys.add("b" + date);
    keys.add("b" + date.substring(0, Math.min(MONTH, date.length())));
    with("y", head(date), names, keys);
    with("d", date.substring(Math.max(0, date.length() - NAME_HEAD)), names, keys);
    each(person, Field.PLACE, place -> keys.add("bl" + head(date) + place));
    each(person, Field.POSTCODE, code -> keys.add("bc" + head(date) + code));
  }

  /** Given and family name in either order. */
  static List<String> wholeNames(Person person) {
    var names = new ArrayList<String>();
    for (Word given : person.of(Field.GIVEN)) {
      for (Word family : person.of(Field.FAMILY)) {
        names.add("w" + ordered(given.sound(), family.sound()));
      }
    }
    return names;
  }

  private static void partsOfNames(Person person, List<String> keys) {
    for (Word given : person.of(Field.GIVEN)) {
      for (Word family : person.of(Field.FAMILY)) {
        keys.add("h" + ordered(head(given.sound()), head(family.sound())));
        given.givenNames().forEach(name -> keys.add("f" + name + family.sound()));
        family.givenNames().forEach(name -> keys.add("f" + name + given.sound()));
      }
    }
  }

  private static void with(String kind, String value, List<String> names, List<String> keys) {
    names.forEach(name -> keys.add(kind + value + " " + name));
  }

  private static List<String> names(Person person) {
    var names = new ArrayList<String>();
    each(person, Field.GIVEN, names::add);
    each(person, Field.FAMILY, names::add);
    return names;
  }

  private static void each(Person person, Field field, Consumer<String> use) {
    for (Word word : person.of(field)) {
      use.accept(word.sound());
    }
  }

  private static String head(String word) {
    return word.substring(0, Math.min(NAME_HEAD, word.length()));
  }

  private static String ordered(String one, String other) {
    return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
  }
}
