package dev.moltbot.adapter.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who the server runs as. PostgreSQL refuses root, so for root it is one of two: a user namespace,
 * in which root is nobody outside its own files, or another user who then owns the folder.
 */
sealed interface RunAs {
  Duration PROBE_LIMIT = Duration.ofSeconds(10);

  /** Who runs the server for root, in this order. */
  List<String> STAND_INS = List.of("postgres", "nobody");

  /** Words in front of every command. */
  List<String> prefix();

  /** Gives a file or a tree to the server's user, where that is not us. */
  default void own(Path tree) throws IOException {}

  /** An ordinary user: nothing to change. */
  record Self() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of();
    }
  }

  /** Root, by a user namespace: files stay root's. Needs a kernel that allows one. */
  record Namespace() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "-U");
    }
  }

  /** Root, by stepping down to another user. Needs the right to do so (setuid, setgid, chown). */
  record Other(int user, int group) implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
    }

    @Override
    public void own(Path tree) throws IOException {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /** Chooses for this process and this folder. */
  static RunAs choose(Path folder) throws IOException {
    return new UnixSystem().getUid() == 0 ? forRoot(folder) : new Self();
  }

  /** A folder that already is another user's stays that user's, so that both may start it. */
  private static RunAs forRoot(Path folder) throws IOException {
    int owner = (Integer) Files.getAttribute(folder, "unix:uid");
    if (owner == 0) {
      RunAs namespace = new Namespace();
      return works(namespace, folder, List.of("true")) ? namespace : unprivileged(folder);
    }
    int group = (Integer) Files.getAttribute(folder, "unix:gid");
    return reaching(new Other(owner, group), folder);
  }

  private static RunAs unprivileged(Path folder) throws IOException {
    for (String name : STAND_INS) {
      Optional<RunAs> other = UnixUser.named(name).map(user -> new Other(user.id(), user.group()));
      if (other.isPresent() && works(other.get(), folder, List.of("true"))) {
        other.get().own(folder);
        return reaching(other.get(), folder);
      }
    }
    throw new PostgresModule.CannotStart(
        "PostgreSQL does not run as root, and neither a user namespace nor another user is allowed"
            + " here: run Moltbot as an ordinary user (docker: --user), or set"
            + " MOLTBOT_DATABASE_URL");
  }

  private static RunAs reaching(RunAs other, Path folder) throws IOException {
    if (!works(other, folder, List.of("test", "-w", folder.toString()))) {
      throw new PostgresModule.CannotStart(
          "PostgreSQL does not run as root, and the user it would run as cannot reach "
              + folder
              + ": move the folder out of root's home, or run Moltbot as an ordinary user");
    }
    return other;
  }

  private static boolean works(RunAs who, Path folder, List<String> command) {
    try {
      List<String> words = Stream.concat(who.prefix().stream(), command.stream()).toList();
      return Tool.run(words, folder, PROBE_LIMIT).ok();
    } catch (IOException e) {
      return false; // The program is not installed, which is as good as not allowed.
    }
  }
}
