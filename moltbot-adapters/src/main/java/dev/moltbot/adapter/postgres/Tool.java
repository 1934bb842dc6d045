package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs one of the server's programs to its end, with a limit, in an environment of our own. */
final class Tool {
  /** Enough for PostgreSQL's complaint; the rest of a long output is not read. */
  private static final int MAX_OUTPUT_BYTES = 16_384;

  private Tool() {}

  /** What a program said and how it ended. */
  record Result(int status, String output) {
    boolean ok() {
      return status == 0;
    }

    /** The complaint in one line: the server's own FATAL where there is one. */
    String complaint() {
      return complaintIn(output).orElse("status " + status + ", no output");
    }
  }

  /** What a server wrote before it gave up; its starter only knows that it did. */
  static String complaint(Path log, Result starter) throws IOException {
    return Files.exists(log)
        ? complaintIn(head(log)).orElse(starter.complaint())
        : starter.complaint();
  }

  private static Optional<String> complaintIn(String output) {
    List<String> lines = output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.contains("FATAL:") || line.contains("error:"))
        .findFirst()
        .or(() -> lines.reversed().stream().findFirst());
  }

  /** Runs to the end. */
  static Result run(List<String> command, Path folder, Duration limit) throws IOException {
    try (Running running = start(command, folder)) {
      return running.await(limit);
    }
  }

  /**
   * Starts, and leaves the waiting to the caller. Output goes through a file and not a pipe,
   * because a server started by the program would inherit the pipe and keep it open.
   */
  static Running start(List<String> command, Path folder) throws IOException {
    Path output = Files.createTempFile(folder, "tool-", ".out", PrivateFiles.FILE_ATTRIBUTE);
    try {
      return new Running(name(command), process(command, folder, output), output);
    } catch (IOException e) {
      Files.deleteIfExists(output);
      throw e;
    }
  }

  /** A program at work. Closing forgets it without ending it. */
  record Running(Path name, Process process, Path output) implements AutoCloseable {

    boolean ended() {
      return !process.isAlive();
    }

    Result await(Duration limit) throws IOException {
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new PostgresModule.CannotStart(
              name + " did not end within " + limit.toSeconds() + " s");
        }
        return new Result(process.exitValue(), head(output));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException(name + " interrupted");
      }
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(output);
    }
  }

  /** Starts with a bare environment: a stray PGDATA or PGHOST must not steer our server. */
  private static Process process(List<String> command, Path folder, Path output)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .start();
  }

  private static String head(Path output) throws IOException {
    try (var in = Files.newInputStream(output)) {
      return new String(in.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8);
    }
  }

  /** The first word that is a path to a program; words in front of it only change the user. */
  private static Path name(List<String> command) {
    return command.stream()
        .filter(word -> word.startsWith("/"))
        .findFirst()
        .map(Path::of)
        .map(Path::getFileName)
        .orElse(Path.of(command.getFirst()));
  }
}
