package dev.moltbot.app.config;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why this user cannot write in some folders, and the command that mends it, in one line. By the
 * user's number: in a container, the machine outside does not know the name.
 */
final class Rights {
  private Rights() {}

  /** Empty when all of them can be written; those that are not there do not count. */
  static String complaint(List<Path> folders) {
    List<Path> closed =
        folders.stream().filter(f -> Files.exists(f) && !Files.isWritable(f)).toList();
    if (closed.isEmpty()) {
      return "";
    }
    return "cannot write to "
        + closed.stream().map(Path::toString).collect(Collectors.joining(" and "))
        + ": "
        + (closed.stream().allMatch(Rights::ours) ? mount(closed.getFirst()) : give("", closed));
  }

  /** For a folder that could not be made, because of its parent. */
  static String remedy(Path missing) {
    Path there = missing;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return ours(there) ? mount(missing) : give("make it and ", List.of(missing));
  }

  private static String give(String first, List<Path> folders) {
    return first
        + "run sudo chown -R "
        + new UnixSystem().getUid()
        + folders.stream().map(folder -> " " + near(folder)).collect(Collectors.joining())
        + ", or set MOLTBOT_HOME to a folder that this user may write.";
  }

  /** Ours and yet closed: the file system is read-only, as in a container without its volumes. */
  private static String mount(Path folder) {
    return "the file system is read-only; mount a folder there (docker run -v $(pwd)/"
        + near(folder)
        + ":"
        + folder
        + ":rw), or set MOLTBOT_HOME to a folder that this user may write.";
  }

  private static boolean ours(Path folder) {
    try {
      return ((Integer) Files.getAttribute(folder, "unix:uid")).longValue()
          == new UnixSystem().getUid();
    } catch (IOException e) {
      return false;
    }
  }

  /** As the owner calls it: from where the program was started, which a container has in common. */
  private static Path near(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    return folder.startsWith(here) ? here.relativize(folder) : folder;
  }
}
