package dev.moltbot.app.command;

import dev.moltbot.app.demo.DemoResult;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.domain.message.Address;
import dev.moltbot.port.Ledger;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the demo did, in words. */
final class DemoReport {
  private final PrintStream out;

  DemoReport(PrintStream out) {
    this.out = out;
  }

  void print(DemoResult result) {
    out.println();
    counts(result, result.tally());
    out.println(record(result.audit()));
    if (!result.outbox().isEmpty()) {
      out.println("The replies are files in " + result.outbox() + "; no mail left this machine.");
    }
    out.println(
        seconds(result.whole())
            + " in all, "
            + seconds(result.reading())
            + " of it for reading, screening and storing.");
  }

  /** How many replies reached each service, as the service counts. */
  void services(Map<String, Integer> sent) {
    out.println();
    sent.forEach(
        (channel, replies) -> out.printf(Locale.ROOT, "%s got %d replies%n", channel, replies));
  }

  void sent(OutboundMessage message) {
    String to =
        message.to().recipients().stream().map(Address::value).collect(Collectors.joining(", "));
    out.println();
    out.println("Sent on " + message.account().channel() + " to " + to + ":");
    out.println(message.text().value().indent(4).stripTrailing());
  }

  private void counts(DemoResult result, Ledger.Tally tally) {
    out.printf(
        Locale.ROOT,
        "%,d messages received: %,d stored, %,d set aside as unreadable, %,d there already.%n",
        result.received(),
        tally.messages(),
        tally.quarantined(),
        result.duplicates());
    out.printf(
        Locale.ROOT,
        "%,d replies drafted, %,d approved, %,d sent, %,d still open.%n",
        tally.drafts(),
        tally.approved(),
        tally.sent(),
        tally.open());
  }

  private static String record(Verification audit) {
    return switch (audit) {
      case Verification.Intact intact ->
          "The record holds: " + intact.entries() + " entries, each chained to the one before it.";
      case Verification.Broken broken ->
          "THE RECORD IS BROKEN at entry " + broken.sequence() + ": it " + broken.what();
    };
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
  }
}
