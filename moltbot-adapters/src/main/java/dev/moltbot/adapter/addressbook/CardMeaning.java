package dev.moltbot.adapter.addressbook;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.export.Entry;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a card says about a person. */
final class CardMeaning {
  private static final String GROUP = "X-ADDRESSBOOKSERVER-KIND";

  private final String region;

  CardMeaning(String region) {
    this.region = region;
  }

  Entry of(RawCard raw) {
    VCard card = parsed(raw.text());
    if (card == null) {
      return CardFormat.unreadable(raw, "a card that cannot be read");
    }
    if (group(card)) {
      return new Entry.LeftOut("a group of cards");
    }
    Person person = new Person(region);
    names(card, person);
    reached(card, person);
    work(card, person);
    card.getAddresses().forEach(address -> lives(address, person));
    card.getBirthdays().forEach(day -> born(day, person));
    extended(card, "BDAY").forEach(person::birthday);
    extended(card, Cards.CONNECTED).forEach(since -> person.detail(Detail.Kind.CONNECTED, since));
    card.getCategoriesList().forEach(groups -> groups.getValues().forEach(person::tag));
    card.getNotes().forEach(note -> person.note(text(note)));
    return person.entry(card.getUid() == null ? "" : text(card.getUid()), changed(card));
  }

  private static @Nullable VCard parsed(String text) {
    try (VCardReader reader = new VCardReader(text)) {
      reader.setDefaultQuotedPrintableCharset(QuotedPrintable.charset(text));
      return reader.readNext();
    } catch (IOException | RuntimeException e) {
      // Strangers' bytes in a large parser: whatever it says, this card is set aside and the next
      // one is read.
      return null;
    }
  }

  private static boolean group(VCard card) {
    boolean kind = card.getKind() != null && card.getKind().isGroup();
    return kind || extended(card, GROUP).anyMatch("group"::equalsIgnoreCase);
  }

  private static void names(VCard card, Person person) {
    card.getFormattedNames().forEach(name -> person.name(text(name)));
    for (StructuredName name : card.getStructuredNames()) {
      person.detail(Detail.Kind.GIVEN_NAME, safe(name.getGiven()));
      person.detail(Detail.Kind.FAMILY_NAME, safe(name.getFamily()));
      person.name(
          Stream.of(
                  List.of(safe(name.getGiven())),
                  name.getAdditionalNames(),
                  List.of(safe(name.getFamily())))
              .flatMap(List::stream)
              .collect(Collectors.joining(" ")));
    }
    card.getNicknames().stream()
        .flatMap(names -> names.getValues().stream())
        .forEach(nickname -> {
          person.detail(Detail.Kind.NICKNAME, nickname);
          person.name(nickname);
        });
  }

  private static void reached(VCard card, Person person) {
    card.getEmails().stream().map(Email::getValue).map(CardMeaning::safe).forEach(person::mail);
    card.getTelephoneNumbers().stream().map(CardMeaning::number).forEach(person::phone);
    card.getUrls().forEach(url -> person.page(text(url)));
    extended(card, "X-SOCIALPROFILE").forEach(person::page);
    extended(card, "SOCIALPROFILE").forEach(person::page);
  }

  private static String number(Telephone phone) {
    if (phone.getUri() == null) {
      return safe(phone.getText());
    }
    String extension = phone.getUri().getExtension();
    return phone.getUri().getNumber() + (extension == null ? "" : ";ext=" + extension);
  }

  private static void work(VCard card, Person person) {
    card.getOrganizations().stream()
        .flatMap(organisation -> organisation.getValues().stream().limit(1))
        .forEach(name -> person.detail(Detail.Kind.ORGANISATION, name));
    card.getTitles().forEach(title -> person.detail(Detail.Kind.POSITION, text(title)));
  }

  private static void lives(Address address, Person person) {
    address.getStreetAddresses().forEach(each -> person.detail(Detail.Kind.STREET, each));
    address.getPostalCodes().forEach(each -> person.detail(Detail.Kind.POSTCODE, each));
    address.getLocalities().forEach(each -> person.detail(Detail.Kind.PLACE, each));
    address.getCountries().forEach(each -> person.detail(Detail.Kind.COUNTRY, each));
  }

  private static void born(Birthday day, Person person) {
    Temporal date = day.getDate();
    if (date != null && date.isSupported(ChronoField.DAY_OF_MONTH)) {
      person.birthday(
          Days.day(
              date.get(ChronoField.YEAR),
              date.get(ChronoField.MONTH_OF_YEAR),
              date.get(ChronoField.DAY_OF_MONTH)));
    } else if (date != null || day.getPartialDate() != null) {
      Object said =
          date == null ? Objects.requireNonNull(day.getPartialDate()).toISO8601(true) : date;
      person.birthday(said.toString());
    } else {
      person.birthday(safe(day.getText()));
    }
  }

  private static Instant changed(VCard card) {
    Temporal at = card.getRevision() == null ? null : card.getRevision().getValue();
    return at != null && at.isSupported(ChronoField.INSTANT_SECONDS)
        ? Instant.from(at)
        : Identity.UNDATED;
  }

  private static Stream<String> extended(VCard card, String name) {
    return card.getExtendedProperties(name).stream()
        .map(RawProperty::getValue)
        .map(CardMeaning::safe);
  }

  private static String text(TextProperty property) {
    return safe(property.getValue());
  }

  private static String safe(@Nullable String value) {
    return value == null ? "" : value;
  }
}
