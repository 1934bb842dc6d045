package dev.moltbot.process;

import dev.moltbot.adapter.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code moltbot ARGUMENTS} on a terminal of its own, which echoes what is typed unless it is told
 * not to. The terminal is made by util-linux's {@code script}.
 */
final class TerminalProgram implements AutoCloseable {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long END_SECONDS = 40;

  private final Process terminal;
  private final Path screen;

  private TerminalProgram(Process terminal, Path screen) {
    this.terminal = terminal;
    this.screen = screen;
  }

  /** Whether this machine has the {@code script} that is meant. */
  static boolean possible() {
    try {
      var asked = new ProcessBuilder(SCRIPT.toString(), "--version").redirectErrorStream(true);
      Process script = asked.start();
      String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.contains("util-linux");
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts it in that folder, with an environment that holds what the test names. */
  static TerminalProgram start(Path folder, Map<String, String> environment, String... arguments) {
    try {
      Path options = Files.createTempFile("moltbot", ".args");
      Files.writeString(options, options(arguments));
      Path screen = Files.createTempFile("moltbot", ".screen");
      String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
      var builder =
          new ProcessBuilder(
                  SCRIPT.toString(), "-qefc", "exec " + java + " @" + options, "/dev/null")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(screen.toFile());
      builder.environment().clear();
      builder.environment().putAll(with(environment));
      return new TerminalProgram(builder.start(), screen);
    } catch (IOException e) {
      throw new UncheckedIOException("did not start", e);
    }
  }

  private static Map<String, String> with(Map<String, String> environment) {
    var all = new LinkedHashMap<>(environment);
    all.put("SHELL", "/bin/sh");
    all.put("TERM", "xterm");
    all.put("PATH", String.valueOf(System.getenv("PATH")));
    all.put("MOLTBOT_DATABASE_PROGRAMS", TestDatabase.programs().toString());
    return all;
  }

  private static String options(String... arguments) {
    var words =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path", ""),
            "dev.moltbot.app.Main");
    return Stream.concat(words.stream(), Stream.of(arguments))
        .map(word -> '"' + word.replace("\\", "\\\\") + '"')
        .collect(Collectors.joining("\n"));
  }

  /** Everything that is on the screen, the echo of what was typed included. */
  String screen() {
    try {
      return Files.readString(screen, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a prompt or any other words. */
  void awaitWords(String words) {
    Await.until(
        "'" + words + "' on the screen",
        () -> {
          if (!terminal.isAlive() && !screen().contains(words)) {
            throw new AssertionError("ended before it said '" + words + "':\n" + screen());
          }
          return screen().contains(words);
        },
        this::screen);
  }

  /** Types that, and Enter. */
  void type(String words) {
    try {
      terminal.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
      terminal.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Ctrl-D does it. */
  void endInput() {
    try {
      terminal.getOutputStream().write(4);
      terminal.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9} to the program itself, not to its terminal. */
  void kill() {
    ProcessHandle program =
        terminal
            .descendants()
            .filter(one -> one.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no program to kill:\n" + screen()));
    program.destroyForcibly();
    awaitExit();
  }

  /** Waits for its end, and returns the exit status. */
  int awaitExit() {
    try {
      if (!terminal.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("did not end:\n" + screen());
      }
      return terminal.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    terminal.descendants().forEach(ProcessHandle::destroyForcibly);
    terminal.destroyForcibly();
  }
}
