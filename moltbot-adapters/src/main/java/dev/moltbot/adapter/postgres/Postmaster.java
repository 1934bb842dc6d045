package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The running server, seen from outside: is it there, is it ours, make it stop. */
final class Postmaster {
  private static final Duration FAST_STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final Cluster cluster;
  private final ServerTools tools;

  Postmaster(Cluster cluster, ServerTools tools) {
    this.cluster = cluster;
    this.tools = tools;
  }

  /** True when the process named in the pid file lives and is a server on this very folder. */
  boolean running() throws IOException {
    PidFile file = cluster.pidFile();
    return file.present() && ours(file.pid(), cluster.data());
  }

  /**
   * Process ids come round again, in containers soon: a living process proves nothing. A server
   * works in its data folder, and names it on its command line; one of the two must be seen.
   */
  static boolean ours(long pid, Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> worksIn(data, pid) || names(data, process))
        .isPresent();
  }

  private static boolean worksIn(Path data, long pid) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), data);
    } catch (IOException e) {
      return false; // No such folder on macOS; no right to look on Linux.
    }
  }

  private static boolean names(Path data, ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .isPresent();
  }

  /**
   * Clears the way: stops a server that a killed Moltbot left behind. The folder's lock is held, so
   * nobody else is about to use it.
   */
  void clear() throws IOException {
    if (running()) {
      stop();
    }
    Path file = cluster.data().resolve("postmaster.pid");
    long pid = cluster.pidFile().pid();
    if (pid > 0 && ProcessHandle.of(pid).isPresent()) {
      disown(file);
    }
  }

  /**
   * The pid now is some other program's, for which the new server would refuse to start. Deleting
   * the file would also delete its last safeguard, the check for processes still attached to the
   * old server's memory; so it is made to name us, its own starter, whom a server disregards.
   */
  private void disown(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    List<String> kept = lines.subList(0, Math.min(lines.size(), PidFile.STATUS_LINE));
    PrivateFiles.write(file, String.join("\n", kept) + "\n");
    tools.own(file);
  }

  /** Stops in good order, or else at once: then the next start replays the log, losing nothing. */
  void stop() throws IOException {
    signal("fast");
    if (!gone(FAST_STOP_LIMIT)) {
      signal("immediate");
      if (!gone(IMMEDIATE_STOP_LIMIT)) {
        throw new PostgresModule.CannotStart(
            "the PostgreSQL server of an earlier run (process "
                + cluster.pidFile().pid()
                + ") does not stop: end it, then start again");
      }
    }
  }

  private void signal(String mode) throws IOException {
    tools.run(
        "pg_ctl", SIGNAL_LIMIT, "stop", "--no-wait", "--mode=" + mode, "-D", "" + cluster.data());
  }

  private boolean gone(Duration limit) throws IOException {
    for (long looks = limit.dividedBy(LOOK_AGAIN); looks > 0; looks--) {
      if (!running()) {
        return true;
      }
      pause(LOOK_AGAIN);
    }
    return false;
  }

  static void pause(Duration nap) throws InterruptedIOException {
    try {
      Thread.sleep(nap);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the server starts or stops");
    }
  }
}
