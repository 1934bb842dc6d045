package dev.moltbot.process;

import dev.moltbot.adapter.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of ours as a process of its own: this test's JDK and class path, an environment that
 * holds what the test names and nothing else, its talk in a file. Can be stopped and can be killed.
 */
public final class Program implements AutoCloseable {
  private static final long STOP_SECONDS = 40;

  /** A test's process lives for seconds: what makes a long life fast would only slow it down. */
  private static final List<String> LIKE_THE_LAUNCHER =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          // The test class path has another configuration, which the program must not find.
          "-Dlogback.configurationFile=logback.xml",
          "-cp");

  private final Process process;
  private final Path talk;
  private final int before;
  private final Thread onExit;

  private Program(Process process, Path talk, int before) {
    this.process = process;
    this.talk = talk;
    this.before = before;
    this.onExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /**
   * Starts {@code java MAIN ARGUMENTS}.
   *
   * @param folder the working directory; the talk goes into {@code talk.log} there, appended
   */
  public static Program start(
      String main, Path folder, Map<String, String> environment, String... args) {
    Path talk = folder.resolve("talk.log");
    var builder = java(main, folder, environment, args).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(talk.toFile()));
    return started(builder, talk);
  }

  /**
   * Runs {@code moltbot ARGUMENTS} to its end with its data in a file, as {@code >} does it.
   *
   * @return the exit status
   */
  public static int run(Path folder, Path data, String... args) {
    Path talk = folder.resolve("talk.log");
    var path = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    var builder = java("dev.moltbot.app.Main", folder, path, args).redirectOutput(data.toFile());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(talk.toFile()));
    try (Program program = started(builder, talk)) {
      return program.awaitExit();
    }
  }

  private static ProcessBuilder java(
      String main, Path folder, Map<String, String> environment, String... args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(LIKE_THE_LAUNCHER);
    command.add(System.getProperty("java.class.path", ""));
    command.add(main);
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    // Unpacking is most of a first start, and tested where it is done.
    builder.environment().put("MOLTBOT_DATABASE_PROGRAMS", TestDatabase.programs().toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private static Program started(ProcessBuilder builder, Path talk) {
    int before = bytes(talk).length;
    try {
      return new Program(builder.start(), talk, before);
    } catch (IOException e) {
      throw new UncheckedIOException("did not start", e);
    }
  }

  /** Everything it has said so far; not what others said in the same folder before it. */
  public String talk() {
    byte[] all = bytes(talk);
    return new String(all, before, all.length - before, StandardCharsets.UTF_8);
  }

  /** Waits for its end, and returns the exit status. */
  public int awaitExit() {
    awaitEnd();
    return process.exitValue();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until these words were said, and fails with the whole talk if they never are. */
  public void awaitTalk(String words, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!talk().contains(words)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("never said '" + words + "':\n" + talk());
      }
      Await.pause();
    }
  }

  /** As a power cut does it: SIGKILL, and gone when this returns. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As Ctrl-Z does it: it stands still where it is, until {@link #thaw}. */
  public void freeze() {
    signal("-STOP");
  }

  public void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", name, "" + process.pid()).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("no process to send " + name + " to:\n" + talk());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** As an operator does it: SIGTERM. Returns the exit status. */
  public int stop() {
    process.destroy();
    awaitEnd();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end within " + STOP_SECONDS + " s:\n" + talk());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
