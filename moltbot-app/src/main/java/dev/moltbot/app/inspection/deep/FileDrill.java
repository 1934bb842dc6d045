package dev.moltbot.app.inspection.deep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tries to write where nothing is to be written, and to read what is another user's. */
public final class FileDrill {
  private FileDrill() {}

  /** Makes an empty file in each folder, and takes it away again. */
  public static Tried write(List<Path> folders) {
    return each(folders, "written to", FileDrill::touch);
  }

  /** Opens each file, or lists each folder; nothing that is read is kept. */
  public static Tried read(List<Path> files) {
    return each(files, "read", FileDrill::open);
  }

  /** Something that fails where it is not allowed. */
  private interface Attempt {
    void on(Path path) throws IOException;
  }

  private static Tried each(List<Path> paths, String what, Attempt attempt) {
    List<Path> there = paths.stream().filter(Files::exists).toList();
    List<String> through =
        there.stream().filter(path -> works(attempt, path)).map(Path::toString).toList();
    if (there.isEmpty()) {
      return new Tried.NotTried("there is none of " + paths);
    }
    return through.isEmpty()
        ? new Tried.Refused(there.size() + " tried, none can be " + what)
        : new Tried.WentThrough(String.join(", ", through) + " can be " + what);
  }

  private static boolean works(Attempt attempt, Path path) {
    try {
      attempt.on(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void touch(Path folder) throws IOException {
    Files.delete(Files.createTempFile(folder, "moltbot-audit-", ""));
  }

  /** What an engine hides behind an empty folder is hidden. */
  private static void open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> inside = Files.list(path)) {
        if (inside.findAny().isEmpty()) {
          throw new IOException("empty");
        }
      }
    } else {
      try (InputStream in = Files.newInputStream(path)) {
        in.readNBytes(1);
      }
    }
  }
}
