package dev.moltbot.adapter.addressbook;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.export.CsvEntries;
import dev.moltbot.export.CsvRow;
import dev.moltbot.export.Entry;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a record of contacts says about a person, in the columns of Google (both) and Outlook. */
final class TableMeaning implements CsvEntries.Meaning {
  /** Google's mark between two values of one field. */
  private static final String SEVERAL = " ::: ";

  private static final Pattern MAIL = Pattern.compile("(?!.*(type|label|display)).*e-?mail.*");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?!.*(type|label|phonetic|fax|assistant|company|pager|callback|telex))"
              + ".*(phone|mobile|telephone).*");
  private static final Pattern SITE = Pattern.compile("(website \\d+ - value|.*web page|url)");
  private static final Pattern STREET =
      Pattern.compile("address \\d+ - street|(home|business|other) street");
  private static final Pattern PLACE =
      Pattern.compile("address \\d+ - city|(home|business|other) city");
  private static final Pattern POSTCODE =
      Pattern.compile("address \\d+ - postal code|(home|business|other) postal code");
  private static final Pattern COUNTRY =
      Pattern.compile("address \\d+ - country|(home|business|other) country(/region)?");

  private final String region;

  TableMeaning(String region) {
    this.region = region;
  }

  @Override
  public Entry of(CsvRow row) {
    Person person = new Person(region);
    names(row, person);
    values(row, MAIL).forEach(person::mail);
    values(row, PHONE).forEach(person::phone);
    values(row, SITE).forEach(person::page);
    values(row, STREET).forEach(street -> person.detail(Detail.Kind.STREET, street));
    values(row, POSTCODE).forEach(code -> person.detail(Detail.Kind.POSTCODE, code));
    values(row, PLACE).forEach(place -> person.detail(Detail.Kind.PLACE, place));
    values(row, COUNTRY).forEach(country -> person.detail(Detail.Kind.COUNTRY, country));
    String firm = row.first("Organization 1 - Name", "Organization Name", "Company");
    each(firm).forEach(name -> person.detail(Detail.Kind.ORGANISATION, name));
    String title = row.first("Organization 1 - Title", "Organization Title", "Job Title");
    each(title).forEach(name -> person.detail(Detail.Kind.POSITION, name));
    person.birthday(row.get("Birthday"));
    each(row.first("Labels", "Group Membership", "Categories")).forEach(person::tag);
    person.note(row.get("Notes"));
    return person.entry("", Identity.UNDATED);
  }

  private static void names(CsvRow row, Person person) {
    String given = row.first("Given Name", "First Name");
    String family = row.first("Family Name", "Last Name");
    String middle = row.first("Additional Name", "Middle Name");
    person.detail(Detail.Kind.GIVEN_NAME, given);
    person.detail(Detail.Kind.FAMILY_NAME, family);
    each(row.get("Nickname")).forEach(name -> person.detail(Detail.Kind.NICKNAME, name));
    person.name(row.first("Name", "Full Name", "Display Name"));
    person.name(
        Stream.of(given, middle, family)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")));
    person.name(row.first("Nickname", "File As"));
  }

  /** Of all columns called so, in their order by name: the same for the same record. */
  private static Stream<String> values(CsvRow row, Pattern columns) {
    return row.fields().entrySet().stream()
        .filter(field -> columns.matcher(field.getKey()).matches())
        .sorted(Map.Entry.comparingByKey())
        .flatMap(field -> each(field.getValue()));
  }

  private static Stream<String> each(String value) {
    return Arrays.stream(value.split(SEVERAL)).map(String::strip).filter(one -> !one.isEmpty());
  }
}
