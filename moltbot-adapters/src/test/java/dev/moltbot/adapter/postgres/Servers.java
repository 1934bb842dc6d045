package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short words for what the server's tests do again and again. */
final class Servers {
  static final SecureRandom RANDOM = new SecureRandom();

  private Servers() {}

  /** With programs unpacked once for all tests: that is most of a first start. */
  static EmbeddedServer start(Path folder) {
    return EmbeddedServer.start(new PostgresConfig.Embedded(folder, programs()), RANDOM);
  }

  /** As a user's first start is: with programs from the jar. */
  static EmbeddedServer startBundled(Path folder) {
    return EmbeddedServer.start(PostgresConfig.embedded(folder), RANDOM);
  }

  /** Unpacked when first asked for: another user's child process never asks. */
  private static final class Shared {
    static final PostgresConfig.Programs.At PROGRAMS = unpacked();
  }

  /** Unpacked once for all test JVMs, which run side by side: the first does it, others wait. */
  static PostgresConfig.Programs.At programs() {
    return Shared.PROGRAMS;
  }

  private static PostgresConfig.Programs.At unpacked() {
    try {
      Path shared = PrivateFiles.folder(Path.of("target/postgres"));
      try (FileChannel file =
              FileChannel.open(
                  shared.resolve("unpacking.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock alone = file.lock()) {
        assertThat(alone.isValid()).isTrue();
        return new PostgresConfig.Programs.At(Binaries.bundled(shared, Platform.here()).root());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Connection connect(EmbeddedServer server) throws SQLException {
    return Logins.source(
            server.port(), "postgres", Cluster.OWNER, server.password(Cluster.OWNER, RANDOM))
        .getConnection();
  }

  static void run(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> column(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  static Path cluster(Path folder) {
    return folder.resolve("cluster");
  }

  static long postmaster(Path folder) throws Exception {
    return PidFile.read(cluster(folder).resolve("postmaster.pid")).pid();
  }

  static String mode(Path path) throws Exception {
    return java.nio.file.attribute.PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path));
  }
}
