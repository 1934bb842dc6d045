package dev.moltbot.app.inspection;

import dev.moltbot.domain.credential.Rotation;
import dev.moltbot.port.Premises.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to be done again and again, and when it is due. */
final class Ongoing {
  private static final Duration MONTH = Duration.ofDays(31);
  private static final Duration WEEK = Duration.ofDays(7);

  static final List<Check> CHECKS =
      List.of(
          Check.warning(
              "ongoing.rotation",
              "no credential has to be replaced within two weeks",
              "one that is replaced in time is never replaced in a hurry",
              Ongoing::rotation),
          due(
              "monthly-audit",
              "a deep audit was run within a month",
              "what was safe a month ago may not be so today",
              facts -> facts.history().inspected(),
              MONTH,
              "moltbot security audit deep"),
          due(
              "weekly-log-review",
              "somebody read the log within a week",
              "no alert is raised for what only a person finds odd",
              facts -> facts.history().reviewed(),
              WEEK,
              "read moltbot audit tail, then run moltbot audit reviewed"),
          Check.warning(
              "ongoing.backup",
              "a backup was made within a month",
              "a disk fails without notice",
              Ongoing::backup),
          Check.warning(
              Suppressions.ID,
              "nothing is suppressed",
              "what nobody hears of is not mended",
              scene -> scene.suppressions().judged(Checks.ids())));

  private Ongoing() {}

  private interface Last {
    @Nullable Instant of(Facts facts);
  }

  private static Check due(
      String id, String title, String why, Last last, Duration every, String remedy) {
    return Check.warning(
        "ongoing." + id,
        title,
        why,
        scene -> RecordChecks.seen(scene, facts -> due(scene.now(), facts, last, every, remedy)));
  }

  /** What was never done is due as long after the first entry of the record. */
  private static Outcome due(Instant now, Facts facts, Last last, Duration every, String remedy) {
    Instant done = last.of(facts);
    Instant from = done == null ? facts.history().first() : done;
    if (from == null) {
      return Outcome.unknown("the record is empty");
    }
    String said = done == null ? "never done" : "last on " + day(done);
    String next = day(from.plus(every));
    return from.plus(every).isBefore(now)
        ? Outcome.found(said + ", was due on " + next, remedy)
        : Outcome.fine(said + ", due on " + next);
  }

  private static String day(Instant at) {
    return at.toString().substring(0, "2026-11-23".length());
  }

  private static List<Rotation> known(Scene scene) {
    try {
      return FirstSeen.of(scene);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** One that is too old, and dates that make no sense, are the other check's matter. */
  private static Outcome rotation(Scene scene) {
    Optional<Rotation> next =
        known(scene).stream()
            .filter(one -> one.state(scene.today()) != Rotation.State.OVERDUE)
            .min(Comparator.comparing(Rotation::since));
    if (next.isEmpty()) {
      return Outcome.unknown("nothing is written down");
    }
    String when = next.get().name() + " on " + next.get().due();
    return next.get().state(scene.today()) == Rotation.State.YOUNG
        ? Outcome.fine("next: " + when)
        : Outcome.found("due: " + when, "make a new one, and put it into .env");
  }

  private static Outcome backup(Scene scene) {
    if (!Files.exists(scene.workspace().recipients())) {
      return Outcome.unknown("no backups are set up: moltbot backup --help");
    }
    return RecordChecks.seen(
        scene,
        facts -> due(scene.now(), facts, one -> one.history().backedUp(), MONTH, "moltbot backup"));
  }
}
