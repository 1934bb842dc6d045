package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.domain.identity.Description;
import dev.moltbot.domain.identity.Field;
import dev.moltbot.naming.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What all sources together say of one person, made ready for comparing. */
final class Portrait {
  /** What people choose to be called by; a number that a channel gave is none. */
  private static final String USERNAME = "@?[a-z][a-z0-9._-]{4,30}";

  private final long person;
  private final Map<Field, List<String>> values = new EnumMap<>(Field.class);

  Portrait(long person) {
    this.person = person;
  }

  long person() {
    return person;
  }

  /** Nothing, when nothing that is compared was said. */
  Optional<Description> description() {
    return values.isEmpty() ? Optional.empty() : Optional.of(new Description(person, values));
  }

  /**
   * Takes one thing said.
   *
   * @param kind of a mark or a detail, or {@code NAME} or {@code HANDLE}
   */
  void learn(String kind, String value) {
    switch (kind) {
      case "NAME" -> name(value);
      case "HANDLE" -> username(value);
      case "EMAIL" -> add(Field.EMAIL, value);
      case "PHONE" -> add(Field.PHONE, value.substring(1));
      case "GIVEN_NAME" -> add(Field.GIVEN, Names.folded(value));
      case "FAMILY_NAME" -> add(Field.FAMILY, Names.folded(value));
      case "BIRTHDAY" -> add(Field.BIRTHDAY, value.replaceAll("\\D", ""));
      case "STREET" -> add(Field.STREET, Names.folded(value));
      case "POSTCODE" -> add(Field.POSTCODE, Names.folded(value));
      case "PLACE" -> add(Field.PLACE, Names.folded(value));
      case "ORGANISATION" -> add(Field.ORGANISATION, Names.folded(value));
      case "POSITION" -> add(Field.OCCUPATION, Names.folded(value));
      default -> {} // Said for reading, not for comparing: a nickname, a country, a profile page.
    }
  }

  /** The first word is taken for the given name; comparing tries the other way round, too. */
  private void name(String name) {
    List<String> words = name.contains("@") ? List.of() : Names.words(Names.folded(name));
    if (!words.isEmpty()) {
      add(Field.GIVEN, words.getFirst());
    }
    if (words.size() > 1) {
      add(Field.FAMILY, words.getLast());
    }
  }

  /** Compared with others' and with what stands before the @ of addresses. */
  private void username(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.matches(USERNAME)) {
      add(Field.EMAIL, lower.startsWith("@") ? lower.substring(1) : lower);
    }
  }

  private void add(Field field, String value) {
    values.computeIfAbsent(field, unused -> new ArrayList<>()).add(value);
  }
}
