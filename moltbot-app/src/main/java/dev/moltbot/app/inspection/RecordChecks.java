package dev.moltbot.app.inspection;

import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Premises;
import dev.moltbot.port.Premises.Facts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The record and the database it is in, while they are open; nothing is started for a look. */
final class RecordChecks {
  /** Newest entries looked at without a deep look. */
  static final int NEWEST = 2_000;

  /** How far the copy in a file may be behind, in entries. */
  static final long BEHIND = 1_000;

  private static final Duration LONG = Duration.ofHours(1);
  private static final int GUARDS = 2;
  private static final int LAST_BYTES = 16_384;
  private static final Pattern SEQUENCE = Pattern.compile("\\{\"seq\":(\\d+),");
  private static final String RESTORE =
      "stop Moltbot, look at it with moltbot audit verify, and restore the last backup";

  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "runtime.audit-chain",
              "the newest " + NEWEST + " entries of the record are as they were written",
              "who changes the record hides something",
              scene -> chain(scene, premises -> premises.verify(NEWEST))),
          Check.critical(
                  "runtime.audit-chain-whole",
                  "every entry of the record is as it was written",
                  "who changes the record hides something",
                  scene -> chain(scene, Premises::verify))
              .onlyDeep(),
          facts(
              Severity.CRITICAL,
              "audit-guards",
              "the database lets nobody change the record",
              "the chain shows a change, the guards refuse it",
              RecordChecks::guards),
          Check.critical(
              "runtime.audit-log",
              "actions.log is written, by the record",
              "it is what a person reads, and what a log reader watches",
              RecordChecks::log),
          facts(
              Severity.CRITICAL,
              "database-roles",
              "nobody but Moltbot has a login to the database, and Moltbot's has no power",
              "a login more is a way to all messages",
              RecordChecks::roles),
          facts(
              Severity.CRITICAL,
              "database-settings",
              "the running database keeps what it reports, and logs no message",
              "settings can be changed while it runs",
              facts ->
                  facts.guards().unsafe().isEmpty()
                      ? Outcome.fine("as Moltbot sets them")
                      : Outcome.found(
                          String.join(", ", facts.guards().unsafe()), "restart Moltbot")),
          facts(
              Severity.CRITICAL,
              "database-network",
              "the running database listens to this machine alone",
              "others in the same network could try passwords",
              RecordChecks::network),
          timed(
              "alerts-told",
              "no alert has been waiting for an hour",
              "what you are not told you cannot stop",
              facts -> facts.work().oldestUntold(),
              "an alert waits to be told since",
              "look at it: moltbot channels; ask the control bot: moltbot doctor"),
          timed(
              "send-in-flight",
              "no reply has been on its way for an hour",
              "nobody knows whether it was sent",
              facts -> facts.work().oldestClaim(),
              "a reply is on its way since",
              "restart Moltbot: it asks the channel, or you"));

  private RecordChecks() {}

  private static Check facts(
      Severity severity, String id, String title, String why, Function<Facts, Outcome> judge) {
    String whole = "runtime." + id;
    Check.Look look = scene -> seen(scene, judge);
    return severity == Severity.CRITICAL
        ? Check.critical(whole, title, why, look)
        : Check.warning(whole, title, why, look);
  }

  private interface Moment {
    @Nullable Instant of(Facts facts);
  }

  private static Check timed(
      String id, String title, String why, Moment since, String words, String remedy) {
    return Check.warning(
        "runtime." + id,
        title,
        why,
        scene -> seen(scene, facts -> waited(scene.now(), since.of(facts), words, remedy)));
  }

  /** Judges what the database showed, if it showed anything. */
  static Outcome seen(Scene scene, Function<Facts, Outcome> judge) {
    var stored = scene.stored();
    Facts facts = stored.facts();
    return facts == null ? Outcome.unknown(stored.why()) : judge.apply(facts);
  }

  private static Outcome waited(Instant now, @Nullable Instant since, String words, String remedy) {
    return since == null || Duration.between(since, now).compareTo(LONG) < 0
        ? Outcome.fine("none")
        : Outcome.found(words + " " + since, remedy);
  }

  private static Outcome chain(Scene scene, Function<Premises, Verification> verify) {
    if (scene.stored().facts() == null) {
      return Outcome.unknown(scene.stored().why());
    }
    return scene
        .premises()
        .map(premises ->
            switch (verify.apply(premises)) {
              case Verification.Intact whole ->
                  Outcome.fine("whole up to entry " + whole.entries());
              case Verification.Broken broken ->
                  Outcome.found(
                      "broken at entry " + broken.sequence() + ": it " + broken.what(), RESTORE);
            })
        .orElseGet(() -> Outcome.unknown("moltbot is not running"));
  }

  private static Outcome guards(Facts facts) {
    var guards = facts.guards();
    if (guards.auditTriggers() < GUARDS) {
      return Outcome.found(
          (GUARDS - guards.auditTriggers()) + " of 2 guards of the record are gone", RESTORE);
    }
    return guards.auditRights().isEmpty()
        ? Outcome.fine("two triggers, and no right to change it")
        : Outcome.found(
            "rights on the record: " + String.join(", ", guards.auditRights()), "revoke them");
  }

  private static Outcome roles(Facts facts) {
    var guards = facts.guards();
    if (!guards.powers().isEmpty()) {
      return Outcome.found(
          "Moltbot's role: " + String.join(", ", guards.powers()), "alter role moltbot_app");
    }
    return guards.strangers().isEmpty()
        ? Outcome.fine("only the two of Moltbot's")
        : Outcome.found(
            "also " + String.join(", ", guards.strangers()),
            "drop the role, or give Moltbot its own");
  }

  private static Outcome network(Facts facts) {
    var server = facts.server();
    boolean alone =
        server
            .listens()
            .matches("(127\\.0\\.0\\.1|localhost|::1|)(, *(127\\.0\\.0\\.1|localhost|::1))*");
    return alone || server.encrypted()
        ? Outcome.fine(alone ? "127.0.0.1" : "encrypted")
        : Outcome.found("it listens on " + server.listens(), "restart Moltbot");
  }

  /** Without a database its being there is all that can be asked. */
  private static Outcome log(Scene scene) throws IOException {
    Path file = scene.workspace().logs().resolve("actions.log");
    Facts facts = scene.stored().facts();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return facts == null || !facts.history().running()
          ? Outcome.unknown("Moltbot has not run yet, or does not run")
          : Outcome.found(file + " is gone", "restart Moltbot: it writes the file anew");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Outcome.found(
          file + " is no file: nothing is written to it", "remove it, restart Moltbot");
    }
    long last = last(file).orElse(0L);
    return facts == null || !facts.history().running() || facts.history().entries() - last < BEHIND
        ? Outcome.fine("up to entry " + last)
        : Outcome.found(
            "it ends at entry " + last + " of " + facts.history().entries(), "restart Moltbot");
  }

  private static Optional<Long> last(Path file) throws IOException {
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      var tail = new byte[(int) Math.min(LAST_BYTES, reader.length())];
      reader.seek(reader.length() - tail.length);
      reader.readFully(tail);
      Matcher lines = SEQUENCE.matcher(new String(tail, StandardCharsets.UTF_8));
      return lines.results().map(found -> Long.parseLong(found.group(1))).reduce((a, b) -> b);
    }
  }
}
