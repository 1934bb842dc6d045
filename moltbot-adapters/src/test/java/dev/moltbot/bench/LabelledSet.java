package dev.moltbot.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.moltbot.domain.identity.Description;
import dev.moltbot.domain.identity.Field;
import dev.moltbot.naming.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * People of whom somebody has said which are one. Read from CSV of any kind that names its columns:
 * FEBRL's, Splink's, or one's own.
 */
final class LabelledSet {
  private static final Map<Field, List<String>> COLUMNS =
      Map.ofEntries(
          Map.entry(
              Field.GIVEN,
              List.of("first_name", "given_name", "givenname", "firstname", "forename")),
          Map.entry(Field.FAMILY, List.of("surname", "last_name", "family_name", "lastname")),
          Map.entry(Field.BIRTHDAY, List.of("dob", "date_of_birth", "birthday", "birth_date")),
          Map.entry(Field.EMAIL, List.of("email", "e_mail", "email_address")),
          Map.entry(Field.PHONE, List.of("phone", "phone_number", "telephone", "mobile")),
          Map.entry(Field.STREET, List.of("address_1", "street", "address")),
          Map.entry(Field.POSTCODE, List.of("postcode", "postcode_fake", "zip", "zipcode")),
          Map.entry(
              Field.PLACE, List.of("city", "suburb", "place", "town", "locality", "birth_place")),
          Map.entry(Field.REGION, List.of("state", "region", "county")),
          Map.entry(Field.ORGANISATION, List.of("organisation", "company", "employer")),
          Map.entry(Field.OCCUPATION, List.of("occupation", "position")));

  private static final Pattern FEBRL = Pattern.compile("rec-(\\d+)-(org|dup-\\d+)");

  /** Who a row is of, where it is not said as FEBRL says it. */
  private static final List<String> PERSON =
      List.of("cluster", "cluster_id", "person_id", "entity_id", "ent_id", "recid");

  private final String name;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private LabelledSet(String name) {
    this.name = name;
  }

  /** Parts follow one another; each has a first line of its own. */
  static LabelledSet read(String name, List<byte[]> parts) {
    var set = new LabelledSet(name);
    parts.forEach(part -> set.add(new String(part, StandardCharsets.UTF_8)));
    return set;
  }

  private void add(String csv) {
    try (var reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(csv)) {
      reader.forEach(record -> rows.add(row(record)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(NamedCsvRecord record) {
    var row = new LinkedHashMap<String, String>();
    record
        .getFieldsAsMap()
        .forEach((k, v) -> row.put(k.strip().toLowerCase(Locale.ROOT), v.strip()));
    return row;
  }

  String name() {
    return name;
  }

  int size() {
    return rows.size();
  }

  String value(int row, Field field) {
    return value(rows.get(row), COLUMNS.getOrDefault(field, List.of()));
  }

  private static String value(Map<String, String> row, List<String> columns) {
    return columns.stream()
        .map(column -> row.getOrDefault(column, ""))
        .filter(value -> !value.isEmpty() && !value.equalsIgnoreCase("null"))
        .findFirst()
        .orElse("");
  }

  /** The rows of some people. */
  LabelledSet only(Predicate<String> people) {
    var some = new LabelledSet(name);
    rows.stream().filter(row -> people.test(person(row))).forEach(some.rows::add);
    return some;
  }

  /** The same rows with other values; street numbers stay. */
  LabelledSet changed(Random random, BiConsumer<Map<Field, String>, Random> change) {
    var other = new LabelledSet(name);
    for (int row = 0; row < rows.size(); row++) {
      var values = new EnumMap<Field, String>(Field.class);
      for (Field field : Field.values()) {
        values.put(field, value(row, field));
      }
      change.accept(values, random);
      other.rows.add(with(rows.get(row), values));
    }
    return other;
  }

  private static Map<String, String> with(Map<String, String> row, Map<Field, String> values) {
    var changed = new LinkedHashMap<>(row);
    COLUMNS.forEach((field, columns) -> {
      columns.forEach(changed::remove);
      changed.put(columns.getFirst(), values.getOrDefault(field, ""));
    });
    return changed;
  }

  String fullName(int row) {
    String both = (value(row, Field.GIVEN) + " " + value(row, Field.FAMILY)).strip();
    return both.isEmpty() ? rows.get(row).getOrDefault("full_name", "") : both;
  }

  /** Which person a row is of; rows of one person have the same. */
  List<String> truth() {
    return rows.stream().map(LabelledSet::person).toList();
  }

  private static String person(Map<String, String> row) {
    var febrl = FEBRL.matcher(row.getOrDefault("rec_id", ""));
    return febrl.matches() ? febrl.group(1) : labelled(row);
  }

  /** A row nobody labelled is somebody of their own. */
  private static String labelled(Map<String, String> row) {
    String label = value(row, PERSON);
    return label.isEmpty() ? "row " + System.identityHashCode(row) : label;
  }

  List<Description> descriptions() {
    var all = new ArrayList<Description>();
    for (int row = 0; row < rows.size(); row++) {
      all.add(description(row));
    }
    return all;
  }

  private Description description(int row) {
    var values = new HashMap<Field, List<String>>();
    for (Field field : Field.values()) {
      values.put(field, List.of(folded(field, value(row, field))));
    }
    String number = rows.get(row).getOrDefault("street_number", "");
    if (!number.isEmpty()) {
      values.put(Field.STREET, List.of(Names.folded(number + " " + value(row, Field.STREET))));
    }
    return new Description(row, values);
  }

  private static String folded(Field field, String value) {
    return switch (field) {
      case BIRTHDAY -> date(value);
      case EMAIL -> value.toLowerCase(Locale.ROOT);
      case PHONE -> value.replaceAll("\\D", "");
      default -> Names.folded(value);
    };
  }

  /** Eight digits, year first; day before month where the year comes last. */
  private static String date(String value) {
    var yearLast = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})").matcher(value);
    if (yearLast.matches()) {
      return "%s%2s%2s"
          .formatted(yearLast.group(3), yearLast.group(2), yearLast.group(1))
          .replace(' ', '0');
    }
    return value.replaceAll("\\D", "");
  }
}
