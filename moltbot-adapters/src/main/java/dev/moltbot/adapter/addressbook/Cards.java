package dev.moltbot.adapter.addressbook;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.port.CardWriter;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Address;
import ezvcard.property.Nickname;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes cards of version 4.0 (RFC 6350) that {@link CardMeaning} reads back as they were. */
final class Cards implements CardWriter {
  /** Since when the owner and they are connected; no standard has a word for it. */
  static final String CONNECTED = "X-CONNECTED";

  @Override
  public String card(Person person) {
    VCard card = new VCard(VCardVersion.V4_0);
    card.setUid(new Uid(person.uid()));
    String name = plain(person.name().reveal());
    card.setFormattedName(name.isBlank() ? first(person, Detail.Kind.ORGANISATION) : name);
    structured(person, card);
    person.marks().stream()
        .sorted(Comparator.comparing(Mark::kind).thenComparing(Mark::value))
        .forEach(mark -> reach(mark, card));
    person.details().forEach(detail -> add(detail, card));
    addresses(person, card);
    if (!person.tags().isEmpty()) {
      card.setCategories(person.tags().toArray(String[]::new));
    }
    person.notes().stream().map(Cards::plain).forEach(card::addNote);
    return Ezvcard.write(card).prodId(false).go();
  }

  /** Several sources may have parted a name differently; a card has room for all ways. */
  private static void structured(Person person, VCard card) {
    List<String> given = all(person, Detail.Kind.GIVEN_NAME);
    List<String> family = all(person, Detail.Kind.FAMILY_NAME);
    var names = new ArrayList<StructuredName>();
    for (int i = 0; i < Math.max(given.size(), family.size()); i++) {
      StructuredName name = new StructuredName();
      name.setGiven(at(given, i));
      name.setFamily(at(family, i));
      names.add(name);
    }
    if (!names.isEmpty()) {
      card.setStructuredNameAlt(names.toArray(StructuredName[]::new));
    }
  }

  private static void reach(Mark mark, VCard card) {
    switch (mark.kind()) {
      case EMAIL -> card.addEmail(mark.value());
      case PHONE -> card.addTelephoneNumber(mark.value());
      case PROFILE -> card.addUrl("https://" + mark.value());
    }
  }

  private static void add(Detail detail, VCard card) {
    String value = plain(detail.value().reveal());
    switch (detail.kind()) {
      case NICKNAME -> {
        Nickname nickname = new Nickname();
        nickname.getValues().add(value);
        card.addNickname(nickname);
      }
      case BIRTHDAY -> card.addExtendedProperty("BDAY", value.replaceAll("(?<=\\d)-", ""));
      case ORGANISATION -> {
        Organization organisation = new Organization();
        organisation.getValues().add(value);
        card.addOrganization(organisation);
      }
      case POSITION -> card.addTitle(value);
      case NUMBER -> card.addTelephoneNumber(value);
      case CONNECTED -> card.addExtendedProperty(CONNECTED, value);
      case GIVEN_NAME, FAMILY_NAME, STREET, POSTCODE, PLACE, COUNTRY -> {
        // In the name and the addresses.
      }
    }
  }

  /** Which street is in which town is not kept; the first goes with the first. */
  private static void addresses(Person person, VCard card) {
    List<String> streets = all(person, Detail.Kind.STREET);
    List<String> postcodes = all(person, Detail.Kind.POSTCODE);
    List<String> places = all(person, Detail.Kind.PLACE);
    List<String> countries = all(person, Detail.Kind.COUNTRY);
    int most =
        Math.max(
            Math.max(streets.size(), postcodes.size()), Math.max(places.size(), countries.size()));
    for (int i = 0; i < most; i++) {
      Address address = new Address();
      address.setStreetAddress(at(streets, i));
      address.setPostalCode(at(postcodes, i));
      address.setLocality(at(places, i));
      address.setCountry(at(countries, i));
      card.addAddress(address);
    }
  }

  private static List<String> all(Person person, Detail.Kind kind) {
    return person.details().stream()
        .filter(detail -> detail.kind() == kind)
        .map(detail -> plain(detail.value().reveal()))
        .toList();
  }

  /** What would move a terminal's cursor or end a line is a blank; others chose these words. */
  private static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }

  private static String first(Person person, Detail.Kind kind) {
    return all(person, kind).stream().findFirst().orElse("");
  }

  private static String at(List<String> values, int i) {
    return i < values.size() ? values.get(i) : "";
  }
}
