package dev.moltbot.domain.identity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everyone who is compared, with how common each value is among them. Takes about 150 bytes for
 * each person. Thread-safe once it is made.
 */
@SuppressWarnings("EnumOrdinal") // Hashes that never leave the process.
final class Population {
  /**
   * Weight of what is assumed of a value's frequency, in people: in an address book of twenty, a
   * name met twice is not a name of every tenth person.
   */
  private static final double ASSUMED_PEOPLE = 300;

  /** The two compared do not count: a value that only they have is as rare as one nobody has. */
  private static final int COMPARED = 2;

  /** Words that are looked up once, of each kind; the commoner ones are met first. */
  private static final int REMEMBERED = 20_000;

  private final Spellings spellings;
  private final Register register = new Register();
  private final Tally bearers = new Tally();
  private final int[] known = new int[Field.values().length];
  private final Map<String, Word> names = new HashMap<>();
  private final Map<String, Word> words = new HashMap<>();

  Population(Spellings spellings, People people) {
    this.spellings = spellings;
    people.each(this::add);
    bearers.keepFrom(COMPARED);
  }

  /** Made anew each time. */
  Person get(int place) {
    return register.get(place, this::word);
  }

  int size() {
    return register.size();
  }

  /** How likely a stranger has this very value, judged by everyone but the two compared. */
  double frequency(Field field, Word word) {
    double others = Math.max(0, bearers.of(hash(field, word.text())) - COMPARED);
    double assumed = ASSUMED_PEOPLE * field.amongStrangers(Level.SAME);
    return (others + assumed) / (known[field.ordinal()] + ASSUMED_PEOPLE);
  }

  /** How many people have the whole name of this one, in either order; of several the commonest. */
  int namesakes(Person person) {
    return BlockingKeys.wholeNames(person).stream()
        .mapToInt(name -> bearers.of(Blocking.hash(name)))
        .max()
        .orElse(Integer.MAX_VALUE);
  }

  private void add(Description description) {
    var values = new EnumMap<Field, List<String>>(Field.class);
    for (Field field : Field.values()) {
      if (!description.of(field).isEmpty()) {
        values.put(field, spelled(field, description.of(field)));
      }
    }
    register.add(description.key(), values);
    values.forEach(this::count);
    BlockingKeys.wholeNames(get(size() - 1)).forEach(name -> bearers.add(Blocking.hash(name)));
  }

  private void count(Field field, List<String> values) {
    known[field.ordinal()]++;
    for (String value : values) {
      bearers.add(hash(field, value));
      remember(field, value);
    }
  }

  private static long hash(Field field, String value) {
    return Blocking.hash(value) + field.ordinal() + 1;
  }

  private List<String> spelled(Field field, List<String> values) {
    return values.stream()
        .map(value -> spelled(field, value))
        .distinct()
        .limit(Register.MOST_VALUES)
        .toList();
  }

  /** A name is what it sounds like: Щербак and Shcherbak are one value, and counted as one. */
  private String spelled(Field field, String value) {
    String head = value.substring(0, Math.min(Register.MOST_CHARS, value.length()));
    return field.kind() == Field.Kind.NAME ? spellings.sounding(head) : head;
  }

  /** Only while people are added; later several threads read. */
  private void remember(Field field, String value) {
    Map<String, Word> known = field.kind() == Field.Kind.NAME ? names : words;
    if (known.size() < REMEMBERED && looksUp(field)) {
      known.computeIfAbsent(value, unused -> made(field, value));
    }
  }

  private static boolean looksUp(Field field) {
    return field.kind() == Field.Kind.NAME || field.kind() == Field.Kind.WORDS;
  }

  private Word word(Field field, String value) {
    Map<String, Word> known = field.kind() == Field.Kind.NAME ? names : words;
    Word word = looksUp(field) ? known.get(value) : null;
    return word == null ? made(field, value) : word;
  }

  private Word made(Field field, String value) {
    return switch (field.kind()) {
      case NAME -> new Word(value, value, spellings.givenNames(value));
      case WORDS -> new Word(value, spellings.sounding(value), Set.of());
      case DATE, MAILBOX, DIGITS -> new Word(value, value, Set.of());
    };
  }
}
