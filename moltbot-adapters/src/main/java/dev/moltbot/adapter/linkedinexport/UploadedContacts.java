package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.export.ContentIds;
import dev.moltbot.export.CsvEntries;
import dev.moltbot.export.CsvRow;
import dev.moltbot.export.Entry;
import dev.moltbot.naming.Phones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The address book that the owner once let LinkedIn read: cards, though LinkedIn kept them. */
final class UploadedContacts implements CsvEntries.Meaning {
  private static final ChannelId CARDS = new ChannelId("cards");

  private final String region;

  UploadedContacts(String region) {
    this.region = region;
  }

  @Override
  public Entry of(CsvRow row) {
    String full = row.get("FullName");
    String parts = (row.get("FirstName") + " " + row.get("LastName")).strip();
    String name = parts.isEmpty() ? full : parts;
    Set<Mark> marks = new HashSet<>();
    each(row.get("Emails")).flatMap(mail -> Mark.email(mail).stream()).forEach(marks::add);
    each(row.get("PhoneNumbers"))
        .flatMap(number -> Phones.e164(number, region).stream())
        .flatMap(number -> Mark.phone(number).stream())
        .forEach(marks::add);
    Page.all(row.get("Profiles")).forEach(page -> page.mark().ifPresent(marks::add));
    if (name.isEmpty() && marks.isEmpty()) {
      return new Entry.LeftOut("an empty card");
    }
    Set<String> sorted = new TreeSet<>();
    marks.forEach(mark -> sorted.add(mark.kind() + mark.value()));
    Handle handle = new Handle(CARDS, "card:" + ContentIds.of(name, String.join(" ", sorted)));
    return new Entry.Known(
        new Identity(handle, Words.ofName(name), marks, details(row), Identity.UNDATED));
  }

  private static Stream<String> each(String list) {
    return Arrays.stream(list.split("[,;]"));
  }

  private static List<Detail> details(CsvRow row) {
    List<Detail> details = new ArrayList<>();
    Connections.add(details, Detail.Kind.GIVEN_NAME, row.get("FirstName"));
    Connections.add(details, Detail.Kind.FAMILY_NAME, row.get("LastName"));
    Connections.add(details, Detail.Kind.ORGANISATION, row.get("Companies"));
    Connections.add(details, Detail.Kind.POSITION, row.get("Title"));
    return details;
  }
}
