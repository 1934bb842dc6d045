package dev.moltbot.app.inspection;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A set-up in which nothing is wrong, in a folder of its own: a checkout, a workspace, and a
 * machine as it looks from inside the sandbox. Faults are planted in it one at a time.
 */
final class CleanSetup {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  static final String ENV =
      """
      MOLTBOT_DESK_TOKEN=1111111111:AAFakeFakeFake-desk_9876543210abcdef
      MOLTBOT_DESK_OWNER=4711
      MOLTBOT_ANTHROPIC_KEY=sk-ant-api03-0f3a9b7c5d1e2f
      MOLTBOT_TELEGRAM_TOKEN=2222222222:AAFakeFakeFake-chats_0123456789abcde
      MOLTBOT_TELEGRAM_OWNER=4711
      """;

  private static final List<String> SECURITY =
      List.of(
          "docker-compose.yml",
          "seccomp.json",
          "allow-list",
          "Dockerfile",
          "gateway/Dockerfile",
          "gateway/squid.conf",
          "firewall/moltbot.nft",
          "firewall/lulu.json");

  private final Path folder;
  private final Map<String, String> process = new HashMap<>();
  private Instant now = NOW;

  private CleanSetup(Path folder) {
    this.folder = folder;
  }

  static CleanSetup in(Path folder) throws IOException {
    var setup = new CleanSetup(folder);
    setup.checkout();
    setup.workspace();
    setup.machine();
    FirstSeen.note(setup.scene());
    return setup;
  }

  private void checkout() throws IOException {
    Path shipped = Path.of("..").resolve("security");
    for (String name : SECURITY) {
      write("security/" + name, Files.readString(shipped.resolve(name)));
    }
    write(".gitignore", ".env\n.openclaw/\n");
    tracked("README.md", "security/allow-list");
  }

  private void workspace() throws IOException {
    for (String one : List.of(".openclaw", "channels", "channels/telegram")) {
      Files.createDirectories(path(one));
      mode(one, "rwx------");
    }
    secret(".openclaw/.env", ENV);
    secret(".openclaw/identity.md", "I am Olena.\n");
    for (String one : List.of("logs", "skills", "reports", "backups", "data/cluster")) {
      Files.createDirectories(path(".openclaw/" + one));
    }
    secret(".openclaw/skills/telegram.md", "Short.\n");
    secret(".openclaw/reports/report.html", "<p>");
    secret(".openclaw/backups/one.age", "age");
    secret("channels/telegram/session", "kept");
    secret(".openclaw/data/cluster/pg_hba.conf", "host all all 127.0.0.1/32 scram-sha-256\n");
    secret(
        ".openclaw/data/cluster/postgresql.conf",
        "listen_addresses = '127.0.0.1'\nfsync = on\nsynchronous_commit = on\n");
    for (String one : List.of("logs", "skills", "reports", "backups", "data", "data/cluster")) {
      mode(".openclaw/" + one, "rwx------");
    }
  }

  private void machine() throws IOException {
    write("machine/.dockerenv", "");
    write(
        "machine/proc/self/status",
        """
        Umask:\t0077
        Uid:\t10001\t10001\t10001\t10001
        CapPrm:\t0000000000000000
        CapEff:\t0000000000000000
        CapBnd:\t0000000000000000
        CapAmb:\t0000000000000000
        NoNewPrivs:\t1
        Seccomp:\t2
        """);
    write(
        "machine/proc/self/mountinfo",
        """
        500 400 0:50 / / ro,relatime master:1 - overlay overlay ro
        501 500 0:51 / /proc rw,nosuid,nodev,noexec - proc proc rw
        502 500 0:52 / /tmp rw,nosuid,nodev,noexec - tmpfs tmpfs rw,size=512m
        503 500 8:1 /srv/.openclaw %s rw,relatime - ext4 /dev/sda1 rw
        504 500 8:1 /srv/channels %s rw,relatime - ext4 /dev/sda1 rw
        505 500 8:1 /srv/hosts /etc/hosts rw,relatime - ext4 /dev/sda1 rw
        """
            .formatted(path(".openclaw"), path("channels")));
    write(
        "machine/proc/self/limits",
        "Max core file size        0                    0          bytes\n");
    write(
        "machine/proc/net/route",
        """
        Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask
        eth0\t002812C6\t00000000\t0001\t0\t0\t0\t00FFFFFF
        """);
    write("machine/etc/resolv.conf", "nameserver 127.0.0.11\n# ExtServers: [127.0.0.1]\n");
    write("machine/sys/fs/cgroup/pids.max", "256\n");
    write("machine/sys/fs/cgroup/memory.max", "1073741824\n");
  }

  /** The same, seen from the host. */
  void host() throws IOException {
    Files.delete(path("machine/.dockerenv"));
    write("machine/etc/nftables.conf", "include \"/srv/security/firewall/moltbot.nft\"\n");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), text);
  }

  /** A file for its owner alone. */
  void secret(String name, String text) throws IOException {
    write(name, text);
    mode(name, "rw-------");
  }

  void mode(String name, String mode) throws IOException {
    Files.setPosixFilePermissions(path(name), PosixFilePermissions.fromString(mode));
  }

  /** Changes a text; a change that changes nothing is a mistake of the test's. */
  void change(String name, UnaryOperator<String> change) throws IOException {
    String before = Files.readString(path(name));
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalStateException("nothing was changed in " + name);
    }
    Files.writeString(path(name), after);
  }

  void change(String name, String from, String to) throws IOException {
    change(name, text -> text.replace(from, to));
  }

  /** Sets one more line, or another value, in the workspace's .env; its age begins now. */
  void env(String key, String value) throws IOException {
    change(".openclaw/.env", text -> text.replaceAll(key + "=.*\n", "") + key + "=" + value + "\n");
    FirstSeen.note(scene());
  }

  void process(String key, String value) {
    process.put(key, value);
  }

  /** Lets time pass. */
  void at(Instant moment) {
    now = moment;
  }

  /** Git's list of these files, as git-index(5) lays it out. */
  void tracked(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeBytes("DIRC");
    out.writeInt(2);
    out.writeInt(names.length);
    for (String name : names) {
      byte[] path = name.getBytes(StandardCharsets.UTF_8);
      out.write(new byte[60]);
      out.writeShort(path.length);
      out.write(path);
      out.write(new byte[8 - (62 + path.length) % 8]);
    }
    Files.createDirectories(path(".git"));
    Files.write(path(".git/index"), bytes.toByteArray());
  }

  Scene scene() {
    return Scene.of(
        new Site(path("machine"), folder, folder, path("machine/docker.sock"), process, () -> now));
  }
}
