package dev.moltbot.app.inspection;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who may read and change files. */
final class Modes {
  /** Most files looked at in one folder. */
  static final int MAX_FILES = 20_000;

  /** The number of the image's user (security/Dockerfile). */
  private static final int SANDBOX = 10_001;

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private Modes() {}

  /** Whether somebody else may read or change it; of a link, what it points to does not count. */
  static boolean open(Path file) {
    return allows(file, OTHERS);
  }

  /** Whether somebody else may change it. */
  static boolean changeable(Path file) {
    return allows(file, OTHERS_WRITE);
  }

  private static boolean allows(Path file, Set<PosixFilePermission> any) {
    if (Files.isSymbolicLink(file)) {
      return false;
    }
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(any::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** As {@code ls} writes it. */
  static String words(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException | UnsupportedOperationException e) {
      return "unknown";
    }
  }

  /** Whether it belongs to the user of this process, or to the one in the image. */
  static boolean ours(Path file) throws IOException {
    int owner = owner(file);
    return owner == new UnixSystem().getUid() || owner == SANDBOX;
  }

  /** Whether it belongs to the user in the image, who exists nowhere else. */
  static boolean ofSandbox(Path file) throws IOException {
    return Files.exists(file) && owner(file) == SANDBOX;
  }

  private static int owner(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** Everything in there of which that is so, the folder included; links are not followed. */
  static List<Path> within(Path folder, Predicate<Path> which) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.limit(MAX_FILES).filter(which).sorted().toList();
    }
  }

  /** Takes what others may do away from those files. */
  static String closed(List<Path> files) throws IOException {
    for (Path file : files) {
      var mode = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      mode.removeIf(one -> !one.name().startsWith("OWNER_"));
      Files.setPosixFilePermissions(file, mode);
    }
    return files.isEmpty() ? "" : "closed to others: " + list(files);
  }

  /** A few names, and how many more there are. */
  static String list(List<Path> files) {
    String some = String.join(", ", files.stream().limit(3).map(Path::toString).toList());
    return files.size() > 3 ? some + " and " + (files.size() - 3) + " more" : some;
  }
}
