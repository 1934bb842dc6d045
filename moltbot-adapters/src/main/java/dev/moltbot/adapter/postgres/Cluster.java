package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The data folder. It is made under another name and renamed when whole, so a start that was killed
 * leaves nothing that looks like data.
 */
final class Cluster {
  /** The role that owns the schema; the running program uses a lesser one. */
  static final String OWNER = "moltbot";

  private static final Duration INITDB_LIMIT = Duration.ofMinutes(3);
  private static final String SCRATCH = "initialising-";
  private static final int PASSWORD_BYTES = 24;

  private final Path folder;

  Cluster(Path folder) {
    this.folder = folder;
  }

  Path data() {
    return folder.resolve("cluster");
  }

  Path logs() {
    return folder.resolve("log");
  }

  PidFile pidFile() throws IOException {
    return PidFile.read(data().resolve("postmaster.pid"));
  }

  /** Makes the data folder unless it is there. */
  void ensure(ServerTools tools, RandomGenerator random) throws IOException {
    PrivateFiles.sweep(folder, SCRATCH);
    if (initialised()) {
      refuseForeign(tools);
      return;
    }
    Path password = passwordFile(OWNER);
    if (!Files.exists(password)) {
      PrivateFiles.write(password, newPassword(random));
      tools.own(password);
    }
    initialise(tools, password);
  }

  /**
   * A folder with data but without its control file was damaged; an empty one over it would lie.
   */
  private boolean initialised() throws IOException {
    boolean version = Files.exists(data().resolve("PG_VERSION"));
    boolean control = Files.exists(data().resolve("global/pg_control"));
    if (version != control) {
      throw new PostgresModule.CannotStart(
          data()
              + " is damaged (half its control files are missing): restore a backup, or move it"
              + " away to start anew");
    }
    return version;
  }

  private void refuseForeign(ServerTools tools) throws IOException {
    tools.own(data());
    PrivateFiles.refuseOpen(data());
    if (!Files.exists(passwordFile(OWNER))) {
      throw new PostgresModule.CannotStart(
          "the password of "
              + data()
              + " is gone: put "
              + passwordFile(OWNER).getFileName()
              + " back beside it, or restore a backup");
    }
  }

  private void initialise(ServerTools tools, Path password) throws IOException {
    Path scratch = PrivateFiles.scratch(folder, SCRATCH);
    tools.own(scratch);
    Tool.Result result =
        tools.run(
            "initdb",
            INITDB_LIMIT,
            "--pgdata=" + scratch,
            "--username=" + OWNER,
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--data-checksums",
            "--encoding=UTF8",
            "--no-locale",
            "--no-instructions");
    if (!result.ok()) {
      throw new PostgresModule.CannotStart("the first start failed: " + result.complaint());
    }
    PrivateFiles.move(scratch, data());
  }

  /** Writes both configuration files for a server on this port. */
  void configure(ServerTools tools, int port) throws IOException {
    if (!Files.exists(logs())) {
      PrivateFiles.folder(logs());
    }
    PrivateFiles.write(data().resolve("postgresql.conf"), ServerConfig.settings(port, logs()));
    PrivateFiles.write(data().resolve("pg_hba.conf"), ServerConfig.HBA);
    tools.own(data().resolve("postgresql.conf"));
    tools.own(data().resolve("pg_hba.conf"));
    tools.own(logs());
  }

  String password(String role) throws IOException {
    return Files.readString(passwordFile(role)).strip();
  }

  /** The role's password, minted and stored at first use. */
  String passwordOrNew(String role, RandomGenerator random) throws IOException {
    if (!hasPassword(role)) {
      PrivateFiles.write(passwordFile(role), newPassword(random));
    }
    return password(role);
  }

  boolean hasPassword(String role) {
    return Files.exists(passwordFile(role));
  }

  private Path passwordFile(String role) {
    return folder.resolve(role + ".password");
  }

  private static String newPassword(RandomGenerator random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes) + "\n";
  }
}
