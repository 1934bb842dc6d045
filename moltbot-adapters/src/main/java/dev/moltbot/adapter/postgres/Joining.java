package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A look for a Moltbot that is at work on a folder, so that a command can use its server. */
final class Joining {
  /** How often another one that starts or stops is looked at before it is given up. */
  private static final int LOOKS_MAX = 600;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Joining() {}

  /**
   * How to get into the server that runs on this folder; empty when nobody is at work there. Waits
   * for one that is just starting or stopping.
   */
  static Optional<Logins> running(Path wanted) {
    if (!Files.isDirectory(wanted)) {
      return Optional.empty();
    }
    try {
      return settled(PrivateFiles.folder(wanted));
    } catch (IOException e) {
      throw new UncheckedIOException("the database folder " + wanted, e);
    }
  }

  /** The same at this moment: who is just starting counts as not there. */
  static Optional<Logins> now(Path folder) {
    try {
      return Files.isDirectory(folder) ? open(new Cluster(folder)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the database folder " + folder, e);
    }
  }

  private static Optional<Logins> settled(Path folder) throws IOException {
    var cluster = new Cluster(folder);
    for (int look = 0; look < LOOKS_MAX; look++) {
      Optional<FolderLock> free = FolderLock.tryTake(folder);
      if (free.isPresent()) {
        free.get().close();
        return Optional.empty();
      }
      Optional<Logins> open = open(cluster);
      if (open.isPresent()) {
        return open;
      }
      Postmaster.pause(BETWEEN_LOOKS);
    }
    throw new PostgresModule.CannotStart(
        "another Moltbot is starting or stopping on this folder and does not come to an end of it;"
            + " try again in a moment. One of an older version has to be started anew");
  }

  /** A server answers before its first start has made the program's role and all tables. */
  private static Optional<Logins> open(Cluster cluster) throws IOException {
    PidFile file = cluster.pidFile();
    if (!file.ready()
        || !Postmaster.ours(file.pid(), cluster.data())
        || !cluster.hasPassword(Logins.APP)) {
      return Optional.empty();
    }
    Logins logins =
        Logins.embedded(file.port(), cluster.password(Cluster.OWNER), cluster.password(Logins.APP));
    return Schema.upToDate(logins.owner()) ? Optional.of(logins) : Optional.empty();
  }
}
