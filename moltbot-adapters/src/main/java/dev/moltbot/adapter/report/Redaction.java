package dev.moltbot.adapter.report;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Exchange;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.Raised;
import dev.moltbot.port.Overview.Waiting;
import dev.moltbot.port.ReportWriter.Reader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Takes out of an overview what would tell who somebody is, before anything is drawn: a page of it
 * cannot show what it was never given.
 */
final class Redaction {

  private Redaction() {}

  static Overview of(Overview overview, Reader.Anybody reader) {
    List<UntrustedText> names =
        new Pseudonyms(HexFormat.of().parseHex(reader.key())).of(overview.people());
    var people = new ArrayList<Person>();
    for (Person person : overview.people()) {
      people.add(person(person, people.size(), names.get(people.size())));
    }
    return new Overview(
        overview.totals(),
        people,
        overview.ties(),
        overview.days(),
        overview.waiting().stream().map(Redaction::waiting).toList(),
        overview.drafts(),
        overview.alerts().stream().map(Redaction::alert).toList(),
        overview.model());
  }

  /** The id goes, too: it is made of an address, and whoever knows that can make it again. */
  private static Person person(Person person, int place, UntrustedText name) {
    return new Person(
        new ContactId(new UUID(0, place)),
        name,
        person.closeness(),
        List.of(),
        person.exchanges().stream().map(Redaction::exchange).toList(),
        List.of(),
        person.replies(),
        List.of(),
        List.of());
  }

  private static Exchange exchange(Exchange one) {
    return new Exchange(
        one.channel(), one.received(), one.sent(), one.shared(), day(one.first()), day(one.last()));
  }

  private static Waiting waiting(Waiting one) {
    return new Waiting(
        one.person(), one.channel(), one.forOwner(), day(one.since()), UntrustedText.NONE);
  }

  /** Its words name the owner's accounts. */
  private static Raised alert(Raised alert) {
    return new Raised(alert.kind(), "", day(alert.at()), alert.cleared());
  }

  private static Instant day(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS);
  }
}
