package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.CsvEntries;
import dev.moltbot.export.CsvRow;
import dev.moltbot.export.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People the owner is connected with. */
final class Connections implements CsvEntries.Meaning {

  @Override
  public Entry of(CsvRow row) {
    String name = (row.get("First Name") + " " + row.get("Last Name")).strip();
    Optional<Page> page = Page.of(row.first("URL", "Profile URL"));
    Optional<Mark> mailbox = Mark.email(row.first("Email Address", "E-mail Address"));
    if (page.isEmpty() && mailbox.isEmpty() && name.isEmpty()) {
      return new Entry.LeftOut("a connection whose account is closed");
    }
    Set<Mark> marks = new HashSet<>();
    page.flatMap(Page::mark).ifPresent(marks::add);
    mailbox.ifPresent(marks::add);
    String value =
        page.map(Page::value)
            .or(() -> mailbox.map(Mark::value))
            .orElseGet(() -> named(name, row.get("Connected On")));
    return new Entry.Known(
        new Identity(
            new Handle(LinkedInFormat.LINKEDIN, value),
            Words.ofName(name),
            marks,
            details(row),
            seenAt(row)));
  }

  /** Two of one name are told apart by the day, as nothing else is known. */
  private static String named(String name, String since) {
    String safe = name.replace("@", " @");
    return "name:" + (since.isEmpty() ? safe : safe + " since " + since);
  }

  private static List<Detail> details(CsvRow row) {
    List<Detail> details = new ArrayList<>();
    add(details, Detail.Kind.GIVEN_NAME, row.get("First Name"));
    add(details, Detail.Kind.FAMILY_NAME, row.get("Last Name"));
    add(details, Detail.Kind.ORGANISATION, row.get("Company"));
    add(details, Detail.Kind.POSITION, row.get("Position"));
    String since = row.get("Connected On");
    add(details, Detail.Kind.CONNECTED, Dates.day(since).map(LocalDate::toString).orElse(since));
    return details;
  }

  static void add(List<Detail> details, Detail.Kind kind, String value) {
    String kept = value.substring(0, Math.min(value.length(), Detail.MAX_CHARS));
    if (!kept.isBlank()) {
      details.add(new Detail(kind, new UntrustedText(kept)));
    }
  }

  /** The export does not say when it was made; the day they met is the one it names. */
  private static Instant seenAt(CsvRow row) {
    return Dates.day(row.get("Connected On"))
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .orElse(Identity.UNDATED);
  }
}
