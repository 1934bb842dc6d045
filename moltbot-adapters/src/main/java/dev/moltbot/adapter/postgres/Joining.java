package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A look for a Moltbot that is at work on a folder, so that a command can use its server. */
final class Joining {

  private Joining() {}

  /** How to get into the server that runs on this folder; empty when nobody is at work there. */
  static Optional<Logins> running(Path wanted) {
    if (!Files.isDirectory(wanted)) {
      return Optional.empty();
    }
    try {
      Path folder = PrivateFiles.folder(wanted);
      Optional<FolderLock> free = FolderLock.tryTake(folder);
      if (free.isPresent()) {
        free.get().close();
        return Optional.empty();
      }
      return Optional.of(logins(new Cluster(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("the database folder " + wanted, e);
    }
  }

  private static Logins logins(Cluster cluster) throws IOException {
    PidFile file = cluster.pidFile();
    if (!file.ready() || !Postmaster.ours(file.pid(), cluster.data())) {
      throw new PostgresModule.CannotStart(
          "another Moltbot is just starting or stopping on this folder; try again in a moment");
    }
    return Logins.embedded(
        file.port(), cluster.password(Cluster.OWNER), cluster.password(Logins.APP));
  }
}
