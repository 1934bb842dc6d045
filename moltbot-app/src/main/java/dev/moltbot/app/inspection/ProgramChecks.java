package dev.moltbot.app.inspection;

import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Setting;
import dev.moltbot.wire.ThisMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program itself: what it is told, how it was started, what it listens on. */
final class ProgramChecks {
  private static final int OLDEST_JAVA = 25;
  private static final int UMASK_WRITES = 0022;

  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "runtime.model",
              "the model that drafts is a strong one",
              "weaker models are turned around more easily by what they read",
              ProgramChecks::model),
          Check.critical(
              "runtime.addresses",
              "every service is at its own address",
              "one changed line would send every message somewhere else",
              ProgramChecks::addresses),
          Check.critical(
              "runtime.database-local",
              "the database is on this machine",
              "everything there is would lie on another one",
              ProgramChecks::databaseLocal),
          Check.critical(
              "runtime.database-access",
              "every login to the database needs a password",
              "any program on this machine could read all messages",
              ProgramChecks::access),
          Check.critical(
              "runtime.database-listens",
              "the database listens to this machine alone",
              "others in the same network could try passwords",
              ProgramChecks::listens),
          Check.critical(
              "runtime.database-durable",
              "what the database reports as kept is kept",
              "after a power cut replies would be sent a second time",
              ProgramChecks::durable),
          Check.critical(
              "runtime.no-debugger",
              "nobody can attach a debugger",
              "it shows every credential, and runs anything",
              ProgramChecks::debugger),
          Check.warning(
              "runtime.umask",
              "new files cannot be changed by others",
              "what a program forgets to close, the umask closes",
              ProgramChecks::umask),
          Check.warning(
              "runtime.java",
              "Java is new enough to get repairs",
              "old versions keep their known holes",
              scene ->
                  Runtime.version().feature() >= OLDEST_JAVA
                      ? Outcome.fine("Java " + Runtime.version().feature())
                      : Outcome.found(
                          "Java " + Runtime.version().feature(), "install Java " + OLDEST_JAVA)),
          Check.critical(
              "runtime.alerts",
              "alerts have somewhere to go",
              "what nobody is told nobody stops",
              ProgramChecks::alerts),
          Check.critical(
              "runtime.kept-readable",
              "what logins keep can be read",
              "a channel whose token cannot be read is silent",
              ProgramChecks::kept));

  private ProgramChecks() {}

  private static Outcome model(Scene scene) {
    String set = scene.values().getOrDefault("MOLTBOT_ANTHROPIC_MODEL", "").strip();
    String model = set.isEmpty() ? ClaudeConfig.DEFAULT_MODEL : set;
    Optional<String> refusal = ClaudeConfig.modelRefusal(model);
    return refusal.isEmpty()
        ? Outcome.fine(model)
        : Outcome.found(refusal.get(), "set MOLTBOT_ANTHROPIC_MODEL=" + ClaudeConfig.DEFAULT_MODEL);
  }

  private static Outcome addresses(Scene scene) {
    var settings = scene.settings();
    for (Setting one : urls()) {
      Object unused = settings.endpoint(one);
    }
    return settings.problems().isEmpty()
        ? Outcome.fine("each at its own, or on this machine")
        : Outcome.found(String.join("; ", settings.problems()), "take the line out of .env");
  }

  /** Where services are; the broker of tokens is a neighbour, and has its own rule. */
  private static List<Setting> urls() {
    return Installed.settings().values().stream()
        .flatMap(List::stream)
        .filter(one -> one.key().endsWith("_URL") && one.fallback().startsWith("https://"))
        .filter(one -> !one.key().equals("MOLTBOT_GMAIL_TOKEN_URL"))
        .toList();
  }

  private static Outcome databaseLocal(Scene scene) {
    var settings = scene.settings();
    return switch (Installed.database(scene.workspace(), settings)) {
      case PostgresConfig.Embedded own -> Outcome.fine("one of our own");
      case PostgresConfig.External external ->
          ThisMachine.is(external.host())
              ? Outcome.fine("on this machine")
              : Outcome.found(
                  "it is on another machine", "take MOLTBOT_DATABASE_URL out, or move it here");
    };
  }

  private static Path cluster(Scene scene, String file) {
    return scene.workspace().data().resolve("cluster").resolve(file);
  }

  private static List<String> lines(Scene scene, String file) {
    return Scene.text(cluster(scene, file))
        .orElse("")
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static Outcome access(Scene scene) {
    List<String> lines = lines(scene, "pg_hba.conf");
    if (lines.isEmpty()) {
      return Outcome.unknown("there is no database of our own yet");
    }
    List<String> weak =
        lines.stream()
            .filter(line -> line.matches("(?i).*\\s(trust|password|md5|ident|peer)(\\s.*)?"))
            .toList();
    return weak.isEmpty()
        ? Outcome.fine("scram-sha-256")
        : Outcome.found(
            "pg_hba.conf says: " + weak.getFirst(), "restart Moltbot: it writes the file anew");
  }

  private static Outcome listens(Scene scene) {
    List<String> lines = lines(scene, "postgresql.conf");
    if (lines.isEmpty()) {
      return Outcome.unknown("there is no database of our own yet");
    }
    Optional<String> wide =
        lines.stream()
            .filter(line -> line.startsWith("listen_addresses"))
            .filter(line ->
                !line.matches("listen_addresses\\s*=?\\s*'(127\\.0\\.0\\.1|localhost|::1)?'"))
            .findFirst();
    return wide.isEmpty()
        ? Outcome.fine("127.0.0.1")
        : Outcome.found(wide.get(), "restart Moltbot: it writes the file anew");
  }

  private static Outcome durable(Scene scene) {
    var both = new ArrayList<>(lines(scene, "postgresql.conf"));
    if (both.isEmpty()) {
      return Outcome.unknown("there is no database of our own yet");
    }
    both.addAll(lines(scene, "postgresql.auto.conf"));
    Optional<String> unsafe =
        both.stream()
            .filter(line ->
                line.matches(
                    "(fsync|full_page_writes|synchronous_commit)\\s*=?\\s*'?(off|false|no|0|local)'?"))
            .findFirst();
    return unsafe.isEmpty()
        ? Outcome.fine("fsync is on")
        : Outcome.found(unsafe.get(), "take the line out, and restart Moltbot");
  }

  private static Outcome debugger(Scene scene) {
    return Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
        .filter(name ->
            scene
                .site()
                .process()
                .getOrDefault(name, "")
                .matches(".*(jdwp|-javaagent|-agentpath|jmxremote|HeapDumpOnOutOfMemory).*"))
        .findFirst()
        .map(name -> Outcome.found(name + " opens the program", "unset " + name))
        .orElseGet(() -> Outcome.fine("no way in is set"));
  }

  private static Outcome umask(Scene scene) {
    Optional<String> umask = new Machine(scene).status("Umask");
    if (umask.isEmpty() || !umask.get().matches("[0-7]+")) {
      return Outcome.unknown("the kernel does not say");
    }
    return (Integer.parseInt(umask.get(), 8) & UMASK_WRITES) == UMASK_WRITES
        ? Outcome.fine(umask.get())
        : Outcome.found("it is " + umask.get(), "umask 077, before Moltbot is started");
  }

  /** Whether the owner's number is good is another check's matter. */
  private static Outcome alerts(Scene scene) {
    return scene.value(DeskConfig.TOKEN).isEmpty()
        ? Outcome.found("there is no control bot to tell you", "run moltbot onboard")
        : Outcome.fine("your control bot tells you");
  }

  private static Outcome kept(Scene scene) {
    List<String> problems =
        scene.keptProblems().stream().filter(line -> !line.contains("chmod 600")).toList();
    if (!Files.exists(scene.workspace().channels())) {
      return Outcome.fine("nothing is kept yet");
    }
    return problems.isEmpty()
        ? Outcome.fine("read without a problem")
        : Outcome.found(String.join("; ", problems), "log in again: moltbot channels login");
  }
}
