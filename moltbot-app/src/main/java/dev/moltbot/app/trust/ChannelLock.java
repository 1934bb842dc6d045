package dev.moltbot.app.trust;

import dev.moltbot.app.config.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lock file: one line for each trusted jar. Read-only, even to its owner; replaced in one step.
 */
public final class ChannelLock {
  /** Largest lock read, in bytes. */
  static final long MAX_BYTES = 1 << 20;

  private static final String HEAD =
      """
      # The channel jars trusted on this machine: SHA-256, bytes, file, settings it may be given.
      # Written by: moltbot channels trust FILE, moltbot channels untrust NAME
      """;

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path file;
  private final Path workspace;

  public ChannelLock(Workspace workspace) {
    this.file = workspace.channelsLock();
    this.workspace = workspace.home();
  }

  /**
   * What the lock says.
   *
   * @param problems what is wrong with it, one line each; then nothing in it counts
   */
  public record Contents(List<Pin> pins, List<String> problems) {
    public Contents {
      pins = List.copyOf(pins);
      problems = List.copyOf(problems);
    }
  }

  /** Reads it; without one, nothing is trusted. */
  public Contents read() {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Contents(List.of(), List.of());
    }
    try {
      String fault = fault();
      return fault.isEmpty()
          ? parse(new String(PrivateFile.read(file, MAX_BYTES), StandardCharsets.UTF_8))
          : refused(fault);
    } catch (IOException e) {
      return refused(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Whoever can write it, or put another in its place, could trust a jar in the owner's name. */
  private String fault() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return file + " is a link or no file: remove it, and trust your jars again";
    }
    for (Path one : List.of(file, workspace)) {
      if (Files.getPosixFilePermissions(one).stream().anyMatch(OTHERS_WRITE::contains)) {
        return one + " can be changed by others: run chmod go-w " + one + ", then look at " + file;
      }
    }
    return "";
  }

  private Contents parse(String text) {
    var pins = new ArrayList<Pin>();
    var problems = new ArrayList<String>();
    var names = new HashSet<String>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var pin = Pin.of(line);
      if (pin.isEmpty() || !names.add(pin.get().file())) {
        problems.add(
            file + ":" + number + " makes no sense: remove the file, and trust your jars again");
      } else {
        pins.add(pin.get());
      }
    }
    return problems.isEmpty() ? new Contents(pins, problems) : new Contents(List.of(), problems);
  }

  private static Contents refused(String problem) {
    return new Contents(List.of(), List.of(problem));
  }

  /** Writes it anew. */
  void write(List<Pin> pins) throws IOException {
    var text = new StringBuilder(HEAD);
    pins.forEach(pin -> text.append(pin.line()).append('\n'));
    PrivateFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8), "r--------");
  }
}
