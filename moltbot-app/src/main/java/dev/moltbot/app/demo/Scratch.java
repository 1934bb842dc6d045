package dev.moltbot.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * A folder that is gone when the demo is, with what was held open in it; also when the demo is
 * interrupted.
 */
public final class Scratch implements AutoCloseable {
  private final Path folder;
  private final Deque<AutoCloseable> held = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::clear, "demo-clean-up");
  private boolean cleared;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Makes one where temporary files go, for the owner alone. */
  public static Scratch create() {
    try {
      var scratch = new Scratch(Files.createTempDirectory("moltbot-demo-"));
      Runtime.getRuntime().addShutdownHook(scratch.atExit);
      return scratch;
    } catch (IOException e) {
      throw new UncheckedIOException("no room for a temporary folder", e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Closes this before the folder goes. */
  public synchronized <T extends AutoCloseable> T holds(T open) {
    held.push(open);
    return open;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    clear();
  }

  private synchronized void clear() {
    if (cleared) {
      return;
    }
    cleared = true;
    held.forEach(Scratch::closeOne);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("left behind: " + folder, e);
    }
  }

  private static void closeOne(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot close " + open.getClass().getName(), e);
    }
  }
}
