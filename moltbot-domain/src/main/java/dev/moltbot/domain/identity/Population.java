package dev.moltbot.domain.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everyone who is compared, with how common each value is among them. Not thread-safe to build. */
@SuppressWarnings("EnumOrdinal") // Arrays by field: millions of pairs are looked at.
final class Population {
  /**
   * Weight of what is assumed of a value's frequency, in people: in an address book of twenty, a
   * name met twice is not a name of every tenth person.
   */
  private static final double ASSUMED_PEOPLE = 300;

  private final Spellings spellings;
  private final List<Map<String, Word>> dictionary = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Integer> bearers = new HashMap<>();
  private final int[] known = new int[Field.values().length];

  Population(Spellings spellings, Collection<Description> descriptions) {
    this.spellings = spellings;
    while (dictionary.size() < Field.values().length) {
      dictionary.add(new HashMap<>());
    }
    descriptions.forEach(description -> people.add(person(description)));
  }

  Person get(int index) {
    return people.get(index);
  }

  int size() {
    return people.size();
  }

  /** How likely a stranger has this very value, judged by everyone but the two compared. */
  double frequency(Field field, Word word) {
    double others = Math.max(0, word.bearers() - 2);
    double assumed = ASSUMED_PEOPLE * field.amongStrangers(Level.SAME);
    return (others + assumed) / (known[field.ordinal()] + ASSUMED_PEOPLE);
  }

  private Person person(Description description) {
    var words = new Word[Field.values().length][];
    for (Field field : Field.values()) {
      if (!description.of(field).isEmpty()) {
        words[field.ordinal()] = look(field, description.of(field));
      }
    }
    var person = new Person(description.key(), words);
    BlockingKeys.wholeNames(person).forEach(name -> bearers.merge(name, 1, Integer::sum));
    return person;
  }

  /** How many people have the whole name of this one, in either order; of several the commonest. */
  int namesakes(Person person) {
    return BlockingKeys.wholeNames(person).stream()
        .mapToInt(name -> bearers.getOrDefault(name, 0))
        .max()
        .orElse(Integer.MAX_VALUE);
  }

  private Word[] look(Field field, List<String> values) {
    known[field.ordinal()]++;
    List<String> different =
        values.stream().map(value -> spelled(field, value)).distinct().toList();
    var words = new Word[different.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] =
          dictionary
              .get(field.ordinal())
              .computeIfAbsent(different.get(i), value -> word(field, value));
      words[i].count();
    }
    return words;
  }

  /** A name is what it sounds like: Щербак and Shcherbak are one value, and counted as one. */
  private String spelled(Field field, String value) {
    return field.kind() == Field.Kind.NAME ? spellings.sounding(value) : value;
  }

  private Word word(Field field, String value) {
    return switch (field.kind()) {
      case NAME -> new Word(value, value, spellings.givenNames(value));
      case WORDS -> new Word(value, spellings.sounding(value), Set.of());
      case DATE, MAILBOX, DIGITS -> new Word(value, value, Set.of());
    };
  }
}
