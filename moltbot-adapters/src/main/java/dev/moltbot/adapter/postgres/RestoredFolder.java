package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.PostgresModule.Restored;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.port.BackupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A restore into a folder of our own. The new database is made beside the old one and takes its
 * place when it is whole, so a kill at any moment leaves the old one, or one that the next start
 * puts in place, or none and a start that says so.
 */
final class RestoredFolder {
  private static final Logger LOG = LoggerFactory.getLogger(RestoredFolder.class);
  private static final String UNDER_WAY = ".restoring";
  private static final String WHOLE = ".restored";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PostgresConfig.Embedded config;
  private final Path folder;
  private final RandomGenerator random;

  RestoredFolder(PostgresConfig.Embedded config, RandomGenerator random) {
    this.config = config;
    this.folder = config.folder().toAbsolutePath().normalize();
    this.random = random;
  }

  /** Makes it, and puts it in place of what there is; that is kept aside. */
  Restored make(Restoring restoring, boolean replace, Instant now) throws IOException {
    Files.createDirectories(folder.getParent());
    finish(folder);
    if (replace) {
      stopLeftOver(folder);
    }
    Optional<FolderLock> lock =
        Files.exists(folder) ? Optional.of(FolderLock.take(folder)) : Optional.empty();
    try {
      if (holdsData(folder) && !replace) {
        throw new BackupRefused(
            "there is a database already in "
                + folder
                + "; with --replace it is kept aside and the backup takes its place."
                + " Nothing was changed");
      }
      Restored restored = filled(restoring);
      String aside = swap(now);
      return new Restored(
          restored.rows(), restored.unknown(), restored.closed(), restored.record(), aside);
    } finally {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  private Restored filled(Restoring restoring) throws IOException {
    Path scratch = sibling(folder, UNDER_WAY);
    clear(scratch);
    clear(sibling(folder, WHOLE));
    boolean whole = false;
    try (EmbeddedServer server =
        EmbeddedServer.start(new PostgresConfig.Embedded(scratch, config.programs()), random)) {
      Restored restored = restoring.into(owner(server));
      whole = true;
      return restored;
    } catch (SQLException e) {
      throw Database.translated(e);
    } finally {
      if (!whole && Files.exists(scratch)) {
        PrivateFiles.delete(scratch);
      }
    }
  }

  private DataSource owner(EmbeddedServer server) throws SQLException {
    String owner = server.password(Cluster.OWNER, random);
    String app = server.password(Logins.APP, random);
    Schema.prepare(
        Logins.source(server.port(), "postgres", Cluster.OWNER, owner), Logins.DATABASE, app);
    return Logins.embedded(server.port(), owner, app).owner();
  }

  /** What an earlier restore left when it was killed; its server may still be running. */
  private void clear(Path leftover) throws IOException {
    stopLeftOver(leftover);
    if (Files.exists(leftover)) {
      PrivateFiles.delete(leftover);
    }
  }

  /** A server that outlived its Moltbot would go on writing in a folder that was moved. */
  private void stopLeftOver(Path data) {
    if (Files.exists(data.resolve("cluster").resolve("postmaster.pid"))) {
      EmbeddedServer.start(new PostgresConfig.Embedded(data, config.programs()), random).close();
    }
  }

  /** Where the old one is kept, or empty. Between the two moves, {@link #finish} knows how on. */
  private String swap(Instant now) throws IOException {
    PrivateFiles.move(sibling(folder, UNDER_WAY), sibling(folder, WHOLE));
    String aside = "";
    if (Files.exists(folder)) {
      Path kept = sibling(folder, ".before-" + STAMP.format(now));
      PrivateFiles.move(folder, kept);
      aside = kept.toString();
    }
    PrivateFiles.move(sibling(folder, WHOLE), folder);
    return aside;
  }

  /**
   * Called before any start: takes the last step of a restore that was killed right before it.
   *
   * @throws PostgresModule.CannotStart when there is nothing but half a restore
   */
  static void finish(Path wanted) throws IOException {
    Path folder = wanted.toAbsolutePath().normalize();
    if (holdsData(folder)) {
      return;
    }
    if (!Files.exists(folder) && holdsData(sibling(folder, WHOLE))) {
      LOG.info("putting the restored database in place");
      PrivateFiles.move(sibling(folder, WHOLE), folder);
    }
  }

  /** Refuses to begin anew where a restore was meant to be. */
  static void refuseHalf(Path wanted) {
    Path folder = wanted.toAbsolutePath().normalize();
    Path half = sibling(folder, UNDER_WAY);
    if (!holdsData(folder) && Files.exists(half)) {
      throw new PostgresModule.CannotStart(
          "a restore is under way or was broken off, and there is no other database: run moltbot"
              + " restore again, or delete "
              + half
              + " to begin with an empty one");
    }
  }

  private static boolean holdsData(Path folder) {
    return Files.exists(folder.resolve("cluster"));
  }

  private static Path sibling(Path folder, String suffix) {
    return folder.resolveSibling(folder.getFileName() + suffix);
  }
}
