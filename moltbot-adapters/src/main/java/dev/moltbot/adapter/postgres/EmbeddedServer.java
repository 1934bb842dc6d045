package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, in one folder, reachable from this machine only. Starting is the
 * same after a stop, a crash and a power cut: what is missing is made, what is left over is
 * cleared.
 *
 * <p>Thread-safe once started.
 */
final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  /**
   * Another program may take the free port between finding it and using it, and a server that a
   * killed Moltbot had only just launched may show itself late.
   */
  private static final int LAUNCHES_MAX = 3;

  private final FolderLock lock;
  private final Cluster cluster;
  private final ServerTools tools;
  private final Postmaster postmaster;
  private volatile int port;
  private boolean closed;

  private EmbeddedServer(FolderLock lock, Cluster cluster, ServerTools tools) {
    this.lock = lock;
    this.cluster = cluster;
    this.tools = tools;
    this.postmaster = new Postmaster(cluster, tools);
  }

  /** Starts the server in this folder, or refuses in one line; then nothing was touched. */
  static EmbeddedServer start(PostgresConfig.Embedded config, RandomGenerator random) {
    try {
      RestoredFolder.finish(config.folder());
      RestoredFolder.refuseHalf(config.folder());
      Path folder = PrivateFiles.folder(config.folder());
      FolderLock lock = FolderLock.take(folder);
      try {
        return locked(folder, lock, config, random);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the database folder " + config.folder(), e);
    }
  }

  private static EmbeddedServer locked(
      Path folder, FolderLock lock, PostgresConfig.Embedded config, RandomGenerator random)
      throws IOException {
    RunAs as = RunAs.choose(folder);
    Binaries binaries =
        switch (config.programs()) {
          case PostgresConfig.Programs.Bundled bundled -> Binaries.bundled(folder, Platform.here());
          case PostgresConfig.Programs.Kept(Path kept) -> kept(kept, folder, as);
          case PostgresConfig.Programs.At(Path given) -> Binaries.at(given);
        };
    as.own(folder);
    ServerTools tools = new ServerTools(binaries, as, folder);
    Cluster cluster = new Cluster(folder);
    cluster.ensure(tools, random);
    EmbeddedServer server = new EmbeddedServer(lock, cluster, tools);
    server.bringUp();
    return server;
  }

  /** A private folder is closed to the user that root steps down to: that one gets a copy. */
  private static Binaries kept(Path kept, Path folder, RunAs as) throws IOException {
    return as instanceof RunAs.Other
        ? Binaries.bundled(folder, Platform.here())
        : Binaries.kept(kept, folder, Platform.here());
  }

  private void bringUp() throws IOException {
    Optional<Integer> left = adoptable();
    if (left.isPresent()) {
      port = left.get();
      return;
    }
    launch();
  }

  /** A server that a killed Moltbot left running is as good as a new one, and already warm. */
  private Optional<Integer> adoptable() throws IOException {
    PidFile file = cluster.pidFile();
    return file.ready()
            && postmaster.running()
            && Adoption.possible(file.port(), cluster.password(Cluster.OWNER), cluster.data())
        ? Optional.of(file.port())
        : Optional.empty();
  }

  /** Launches on a free port. */
  private void launch() throws IOException {
    String complaint = "";
    for (int launches = 0; launches < LAUNCHES_MAX; launches++) {
      postmaster.clear();
      port = freePort();
      cluster.configure(tools, port);
      complaint = launchOnce();
      if (complaint.isEmpty()) {
        return;
      }
    }
    throw new PostgresModule.CannotStart(
        "PostgreSQL does not start in " + cluster.data() + ": " + complaint);
  }

  /** Empty when the server is up; else what it complained of. */
  private String launchOnce() throws IOException {
    Path log = cluster.logs().resolve("start.log");
    Files.deleteIfExists(log);
    try (Tool.Running pgCtl =
        tools.start(
            "pg_ctl",
            "start",
            "-D",
            "" + cluster.data(),
            "-l",
            "" + log,
            "--wait",
            "--timeout=" + START_LIMIT.toSeconds())) {
      for (long looks = START_LIMIT.dividedBy(LOOK_AGAIN); looks > 0 && !pgCtl.ended(); looks--) {
        if (cluster.pidFile().ready() && postmaster.running()) {
          return "";
        }
        Postmaster.pause(LOOK_AGAIN);
      }
      Tool.Result result = pgCtl.await(LOOK_AGAIN);
      return result.ok() ? "" : Tool.complaint(log, result);
    }
  }

  /**
   * Brings a server back that died while we use it, on the port that everyone here knows. Best
   * effort: who was refused comes again, and so does this.
   */
  synchronized void revive() {
    try {
      if (!closed && !postmaster.running()) {
        LOG.warn("the database server is gone; starting it again");
        postmaster.clear();
        cluster.configure(tools, port);
        launchOnce();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("the database server could not be started again: {}", e.getMessage());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** The password of a role; minted and kept beside the data at first use. */
  String password(String role, RandomGenerator random) {
    try {
      return cluster.passwordOrNew(role, random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server in good order and lets go of the folder. */
  @Override
  public synchronized void close() {
    closed = true;
    try (lock) {
      postmaster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
