package dev.moltbot.app.inspection.deep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tries to become root.
 *
 * @param folders where programs are, as in {@code PATH}
 */
public record RootDrill(List<Path> folders) {
  /** Set user or group id on execution, see chmod(2). */
  private static final int SET_ID = 06000;

  private static final int MAX_SECONDS = 5;

  public RootDrill {
    folders = List.copyOf(folders);
  }

  /** Looks for programs that run as somebody else than who starts them. */
  public Tried borrow() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(RootDrill::lendsAnId).sorted().forEach(one -> found.add(one.toString()));
        }
      }
    }
    return found.isEmpty()
        ? new Tried.Refused("no setuid program")
        : new Tried.WentThrough(String.join(", ", found) + " would run as somebody else");
  }

  /** Asks sudo for nothing at all, and gives it no password. */
  public Tried ask() throws IOException, InterruptedException {
    for (Path folder : folders) {
      Path sudo = folder.resolve("sudo");
      if (Files.isExecutable(sudo)) {
        return granted(sudo)
            ? new Tried.WentThrough(sudo + " grants root without a password")
            : new Tried.Refused(sudo + " wants a password");
      }
    }
    return new Tried.Refused("there is no sudo");
  }

  private static boolean lendsAnId(Path file) {
    try {
      int mode = (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && (mode & SET_ID) != 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean granted(Path sudo) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(sudo.toString(), "-n", "true").redirectErrorStream(true);
    Process asked = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      asked.getOutputStream().close();
      return asked.waitFor(MAX_SECONDS, TimeUnit.SECONDS) && asked.exitValue() == 0;
    } finally {
      asked.destroyForcibly();
    }
  }
}
