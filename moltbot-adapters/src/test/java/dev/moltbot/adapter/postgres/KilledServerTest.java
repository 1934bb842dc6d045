package dev.moltbot.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts after the process that held the server was killed, and as another user than root. */
@EnabledOnOs(OS.LINUX)
class KilledServerTest {
  @TempDir Path temp;

  @Test
  void firstStartAfterAKillSucceedsAndHasWhatWasCommitted() throws Exception {
    Path folder = temp.resolve("data");
    killedHolding(folder);
    try (EmbeddedServer server = Servers.start(folder)) {
      assertThat(Servers.column(server, "select word from kept")).containsExactly("before");
    }
    assertThat(Postmaster.ours(Servers.postmaster(folder), Servers.cluster(folder))).isFalse();
  }

  /** The server may die with its Moltbot: power, or a container's end. */
  @Test
  void firstStartAfterTheServerWasKilledTooSucceeds() throws Exception {
    Path folder = temp.resolve("data");
    long postmaster = killedHolding(folder);
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    try (EmbeddedServer server = Servers.start(folder)) {
      assertThat(Servers.column(server, "select word from kept")).containsExactly("before");
    }
  }

  /** Settings of another version: the left-over is stopped and not adopted. */
  @Test
  void replacesALeftOverServerWithOtherSettings() throws Exception {
    Path folder = temp.resolve("data");
    long postmaster = killedHolding(folder);
    int port = PidFile.read(folder.resolve("cluster/postmaster.pid")).port();
    String password = new Cluster(folder).password(Cluster.OWNER);
    assertThat(Adoption.possible(port, password, folder.resolve("log"))).isFalse();
    Files.writeString(folder.resolve("moltbot.password"), "forgotten");
    assertThat(Adoption.possible(port, "forgotten", Servers.cluster(folder))).isFalse();
    EmbeddedServer server = Servers.start(folder);
    assertThat(Servers.postmaster(folder)).isNotEqualTo(postmaster);
    server.close();
  }

  @Test
  void aSecondProcessIsRefusedAndToldWhoHasTheFolder() throws Exception {
    Path folder = temp.resolve("data");
    try (EmbeddedServer server = Servers.start(folder);
        ChildJvm second = ChildJvm.start(folder, "second")) {
      assertThat(second.awaitHolding())
          .contains("another Moltbot (process " + ProcessHandle.current().pid() + ") is running");
      assertThat(second.exit()).isNotZero();
      assertThat(Servers.column(server, "select 1")).containsExactly("1");
    }
  }

  /** Moments spread over unpacking, initdb and the launch. */
  @Test
  @Tag("long")
  void aFirstStartKilledAtAnyMomentIsFinishedByTheNext() throws Exception {
    for (int millis : new int[] {500, 1_200, 1_900}) {
      Path folder = temp.resolve("data-" + millis);
      try (ChildJvm child = ChildJvm.start(folder, "early")) {
        Thread.sleep(millis);
        child.kill();
      }
      try (EmbeddedServer server = Servers.startBundled(folder)) {
        assertThat(Servers.column(server, "select 1")).containsExactly("1");
      }
    }
  }

  @Test
  void worksForAnOrdinaryUser() throws Exception {
    List<String> become =
        Files.isWritable(Path.of("/etc/passwd"))
            ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
            : List.of();
    Path home = Files.createTempDirectory("moltbot-user-");
    try {
      String classPath = readableClassPath(home);
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
      for (int start = 0; start < 2; start++) {
        try (ChildJvm child = ChildJvm.start(become, classPath, home.resolve("data"), "leave")) {
          assertThat(child.awaitHolding()).contains("holding");
          assertThat(child.exit()).isZero();
        }
      }
      if (!become.isEmpty()) {
        assertThat(Files.getAttribute(home.resolve("data/cluster"), "unix:uid")).isEqualTo(65534);
        rootMayStartWhatAUserMade(home.resolve("data"));
      }
    } finally {
      PrivateFiles.delete(home);
    }
  }

  /** As in a container that forbids user namespaces: here the program for them is not found. */
  @Test
  void rootStepsDownToAnotherUserWhereNamespacesAreForbidden() throws Exception {
    Assumptions.assumeTrue(Files.isWritable(Path.of("/etc/passwd")), "needs root");
    Path home = Files.createTempDirectory("moltbot-root-");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Path few = Files.createDirectory(home.resolve("bin"));
      for (String name : List.of("setpriv", "test", "true")) {
        Files.createSymbolicLink(few.resolve(name), Path.of("/usr/bin", name));
      }
      List<String> prefix = List.of("env", "PATH=" + few);
      String classPath = System.getProperty("java.class.path");
      for (int start = 0; start < 2; start++) {
        try (ChildJvm child = ChildJvm.start(prefix, classPath, home.resolve("data"), "leave")) {
          assertThat(child.awaitHolding()).contains("holding");
          assertThat(child.exit()).isZero();
        }
      }
      assertThat(Files.getAttribute(home.resolve("data/cluster"), "unix:uid")).isNotEqualTo(0);
    } finally {
      PrivateFiles.delete(home);
    }
  }

  @Test
  void saysWhatToDoWhereRootCanDoNeither() throws Exception {
    Assumptions.assumeTrue(Files.isWritable(Path.of("/etc/passwd")), "needs root");
    Path empty = Files.createDirectory(temp.resolve("bin"));
    List<String> prefix = List.of("env", "PATH=" + empty);
    String classPath = System.getProperty("java.class.path");
    try (ChildJvm child = ChildJvm.start(prefix, classPath, temp.resolve("data"), "leave")) {
      assertThat(child.awaitHolding()).contains("run Moltbot as an ordinary user");
    }
  }

  private static void rootMayStartWhatAUserMade(Path folder) throws Exception {
    try (EmbeddedServer server = Servers.startBundled(folder)) {
      assertThat(Servers.column(server, "select count(*) from kept")).containsExactly("2");
    }
    assertThat(Files.getAttribute(folder.resolve("cluster"), "unix:uid")).isEqualTo(65534);
  }

  /** Kills a Moltbot that holds the folder; returns the pid of the server it leaves behind. */
  private static long killedHolding(Path folder) throws Exception {
    try (ChildJvm child = ChildJvm.start(folder, "before")) {
      assertThat(child.awaitHolding()).contains("holding");
      child.kill();
    }
    long postmaster = Servers.postmaster(folder);
    assertThat(Postmaster.ours(postmaster, Servers.cluster(folder))).isTrue();
    return postmaster;
  }

  /** Copies of the class path, because another user need not be able to read root's home. */
  private static String readableClassPath(Path home) throws Exception {
    var copies = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path from = Path.of(entry);
      Path to = home.resolve("classpath").resolve(copies.size() + "-" + from.getFileName());
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path target = to.resolve(from.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, Files.isDirectory(from) ? target : to);
        }
      }
      copies.add(to.toString());
    }
    return String.join(":", copies);
  }
}
