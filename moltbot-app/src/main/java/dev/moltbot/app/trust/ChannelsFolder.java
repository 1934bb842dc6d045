package dev.moltbot.app.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder beside the workspace that holds trusted jars and what channels keep. Folders within
 * are what channels keep: nothing in them is ever loaded.
 */
final class ChannelsFolder {
  private final Path folder;

  ChannelsFolder(Path folder) {
    this.folder = folder;
  }

  /** Everything there that nobody trusted, one line each: name, digest and what to do. */
  List<String> strangers(List<Pin> pins) {
    Set<String> trusted = pins.stream().map(Pin::file).collect(Collectors.toSet());
    var lines = new ArrayList<String>();
    try {
      for (Path there : files()) {
        String name = String.valueOf(there.getFileName());
        if (Files.isSymbolicLink(there)) {
          lines.add("channels/" + name + " is a link: put the file itself there, or remove it");
        } else if (!Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS)
            && !trusted.contains(name)) {
          lines.add(stranger(there, name));
        }
      }
    } catch (IOException e) {
      lines.add(folder + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return lines;
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> there = Files.list(folder)) {
      return there.sorted().toList();
    }
  }

  private static String stranger(Path file, String name) {
    String digest = ChannelJar.digest(file);
    String shown = "channels/" + name.replaceAll("[^\\x21-\\x7e]", "?");
    String what = digest.isEmpty() ? "cannot be read" : "SHA-256 " + digest;
    return Pin.nameable(name)
        ? shown
            + " ("
            + what
            + ") is not trusted: run moltbot channels trust "
            + name
            + " if you want it, else remove it"
        : shown + " (" + what + ") has no business there: remove it";
  }
}
