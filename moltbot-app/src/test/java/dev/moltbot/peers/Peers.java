package dev.moltbot.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The peers' programs, installed under {@code target/peers} by {@code npm ci}: pinned by integrity,
 * with no install script run. Where npm cannot be reached the test is aborted with one line; any
 * other failure, a wrong integrity above all, fails it.
 */
final class Peers {
  private static final Path SOURCE = Path.of("src/test/peers");
  private static final Path FOLDER = Path.of("target/peers");
  private static final List<String> FILES =
      List.of(
          "package.json",
          "package-lock.json",
          ".npmrc",
          "telegram.js",
          "loopback.js",
          "everything.js",
          "agent.js");
  private static final String LOCK = "package-lock.json";
  private static final long INSTALL_SECONDS = 240;
  private static final List<String> OFFLINE =
      List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH");

  /** Why there is nothing to start, once that is known; empty until then. */
  private static String absence = "";

  private Peers() {}

  /** The folder with everything installed; a second call finds it done. */
  static synchronized Path installed() {
    if (!absence.isEmpty()) {
      throw new TestAbortedException(absence);
    }
    try {
      Path done = FOLDER.resolve("node_modules").resolve(".done");
      if (!Files.exists(done) || !same(LOCK)) {
        copy();
        install();
        Files.writeString(done, "");
      }
      copy();
      return FOLDER.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("target/peers cannot be written", e);
    }
  }

  /** The node of the lock file, and not whatever this machine calls node. */
  static Path node(Path folder) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x64";
    String name = os.contains("mac") ? "node-bin-darwin-" + cpu : "node-linux-" + cpu;
    Path node = folder.resolve("node_modules").resolve(name).resolve("bin/node");
    if (!Files.isExecutable(node)) {
      throw skipped("the lock file has no node for " + os + " on " + cpu);
    }
    return node;
  }

  private static boolean same(String file) throws IOException {
    Path copy = FOLDER.resolve(file);
    return Files.exists(copy) && Files.mismatch(copy, SOURCE.resolve(file)) < 0;
  }

  private static void copy() throws IOException {
    Files.createDirectories(FOLDER);
    for (String file : FILES) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void install() throws IOException {
    Path log = FOLDER.resolve("npm.log");
    if (npm(log) != 0) {
      try (Stream<String> lines = Files.lines(log)) {
        throw failure(lines.filter(line -> line.contains("npm err")).findFirst().orElse(""), log);
      }
    }
  }

  private static int npm(Path log) throws IOException {
    Process npm;
    try {
      npm =
          new ProcessBuilder("npm", "ci", "--loglevel=error")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw skipped("npm is not installed");
    }
    try {
      if (npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
        return npm.exitValue();
      }
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
      throw skipped("npm took longer than " + INSTALL_SECONDS + " s");
    } catch (InterruptedException e) {
      npm.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }

  private static RuntimeException failure(String line, Path log) {
    return OFFLINE.stream().anyMatch(line::contains)
        ? skipped("npm cannot be reached")
        : new IllegalStateException("npm ci failed (" + log + "): " + line);
  }

  private static synchronized TestAbortedException skipped(String why) {
    absence = why;
    System.out.println("peers: skipped, " + why);
    return new TestAbortedException(why);
  }
}
