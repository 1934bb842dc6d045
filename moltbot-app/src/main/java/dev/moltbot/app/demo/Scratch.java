package dev.moltbot.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone when the demo is. */
public final class Scratch implements AutoCloseable {
  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Makes one where temporary files go, for the owner alone. */
  public static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("moltbot-demo-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no room for a temporary folder", e);
    }
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("left behind: " + folder, e);
    }
  }
}
