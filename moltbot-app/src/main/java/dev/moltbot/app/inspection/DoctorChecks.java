package dev.moltbot.app.inspection;

import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether it works: what a run needs, and what would stop it. */
final class DoctorChecks {
  private static final long ROOM_BYTES = 500L << 20;
  private static final Duration SLACK = Duration.ofMinutes(5);

  /** No clock is right that shows a time before this was written. */
  private static final Instant WRITTEN = Instant.parse("2026-11-23T00:00:00Z");

  private static final List<Check> OWN =
      List.of(
          Check.critical(
              "configuration.complete",
              "everything a run needs is set",
              "moltbot run refuses to start without it",
              DoctorChecks::complete),
          Check.critical(
                  "machine.workspace",
                  "the workspace is there and can be written",
                  "messages, drafts and the record are kept in it",
                  DoctorChecks::workspace)
              .mendedBy(DoctorChecks::makeWorkspace),
          Check.critical(
              "machine.clock",
              "the clock is right",
              "certificates are refused and cards expire by it",
              DoctorChecks::clock),
          Check.critical(
              "machine.disk",
              "there is room on the disk",
              "a database without room stops",
              DoctorChecks::disk),
          Check.info(
              "machine.database",
              "the database runs",
              "without moltbot run nothing is read or sent",
              scene ->
                  RecordChecks.seen(
                      scene,
                      facts ->
                          Outcome.fine(
                              "PostgreSQL "
                                  + facts.server().version()
                                  + ", "
                                  + (facts.server().bytes() >> 20)
                                  + " MB"))),
          Check.warning(
              "machine.paused",
              "it is not paused",
              "while it is, nothing is read, drafted or sent",
              scene ->
                  RecordChecks.seen(
                      scene,
                      facts ->
                          facts.work().pausedAt() == null
                              ? Outcome.fine("it works")
                              : Outcome.found(
                                  "paused since " + facts.work().pausedAt(), "moltbot resume"))));

  /** Of the audit's, those that stop a run. */
  private static final List<String> STOPPERS =
      List.of(
          "credentials.env-mode",
          "credentials.kept-private",
          "credentials.dedicated",
          "runtime.home-private",
          "runtime.logs-private",
          "runtime.channel-jars",
          "runtime.channel-lock",
          "runtime.kept-readable",
          "runtime.java");

  private DoctorChecks() {}

  static List<Check> all(List<Check> audit) {
    return Stream.of(
            Configuration.CHECKS.stream(),
            OWN.stream(),
            audit.stream().filter(check -> STOPPERS.contains(check.id())),
            ServiceChecks.WORKING.stream())
        .flatMap(checks -> checks)
        .toList();
  }

  private static Outcome complete(Scene scene) {
    var settings = scene.settings();
    Object unusedDesk = DeskConfig.from(settings);
    Object unusedClaude = ClaudeConfig.from(settings, "", Map.of());
    Object unusedGateway = GatewayConfig.from(settings, scene.home());
    List<Channel> wanted =
        Installed.CHANNELS.stream().filter(channel -> channel.wanted(settings)).toList();
    if (!settings.problems().isEmpty()) {
      return Outcome.found(String.join("; ", settings.problems()), "moltbot onboard");
    }
    return wanted.isEmpty()
        ? Outcome.found("no channel is set up", "moltbot onboard --channel gmail")
        : Outcome.fine(
            "channels: " + String.join(", ", wanted.stream().map(Channel::name).toList()));
  }

  private static Outcome workspace(Scene scene) {
    if (!Files.isDirectory(scene.home())) {
      return Outcome.mild(scene.home() + " is not there yet", "moltbot doctor --fix");
    }
    String closed = scene.workspace().closed();
    return closed.isEmpty()
        ? Outcome.fine(scene.home().toString())
        : Outcome.found(
            closed.replaceFirst(": (run|the).*", ""), closed.replaceFirst("^.*?: (?=run|the)", ""));
  }

  private static String makeWorkspace(Scene scene) throws IOException {
    if (Files.isDirectory(scene.home())) {
      return "";
    }
    Workspace.create(scene.home());
    return "made " + scene.home();
  }

  private static Outcome clock(Scene scene) {
    var facts = scene.stored().facts();
    Instant last = facts == null ? null : facts.history().last();
    Instant least = last == null ? WRITTEN : last;
    return scene.now().plus(SLACK).isBefore(least)
        ? Outcome.found(
            "it says " + scene.now() + ", and it is later than " + least,
            "sudo timedatectl set-ntp true")
        : Outcome.fine("it says " + scene.now());
  }

  private static Outcome disk(Scene scene) throws IOException {
    Path there = Files.isDirectory(scene.home()) ? scene.home() : scene.site().folder();
    long free = Files.getFileStore(there).getUsableSpace();
    return free >= ROOM_BYTES
        ? Outcome.fine((free >> 20) + " MB free")
        : Outcome.found(
            (free >> 20) + " MB free", "make room for at least 500 MB: du -sh " + there);
  }
}
