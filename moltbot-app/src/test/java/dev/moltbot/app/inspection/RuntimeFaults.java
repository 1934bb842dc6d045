package dev.moltbot.app.inspection;

import java.nio.file.Files;
import java.util.List;

/** Faults of the running program: its sandbox from inside, its workspace, its database's files. */
final class RuntimeFaults {
  private static final String STATUS = "machine/proc/self/status";
  private static final String MOUNTS = "machine/proc/self/mountinfo";
  private static final String SERVER = ".openclaw/data/cluster/";

  static final List<Fault> ALL =
      List.of(
          machine("non-root", "root", STATUS, "Uid:\t10001\t10001", "Uid:\t0\t0"),
          machine(
              "capabilities",
              "one of them",
              STATUS,
              "CapEff:\t0000000000000000",
              "CapEff:\t0000000000000400"),
          machine(
              "capabilities",
              "one to be had",
              STATUS,
              "CapBnd:\t0000000000000000",
              "CapBnd:\t00000000a80425fb"),
          machine("no-new-privileges", "not set", STATUS, "NoNewPrivs:\t1", "NoNewPrivs:\t0"),
          machine("seccomp", "none", STATUS, "Seccomp:\t2", "Seccomp:\t0"),
          machine("umask", "for all to write", STATUS, "Umask:\t0077", "Umask:\t0000"),
          machine("read-only", "writable", MOUNTS, "/ / ro,relatime", "/ / rw,relatime"),
          machine(
              "tmp-noexec",
              "programs",
              MOUNTS,
              "rw,nosuid,nodev,noexec - tmpfs",
              "rw,nosuid,nodev - tmpfs"),
          machine(
              "host-files",
              "a home folder",
              MOUNTS,
              "505 500",
              "506 500 8:1 /home /host/home ro - ext4 /dev/sda1 ro\n505 500"),
          new Fault(
              "runtime.engine-socket",
              "it is there",
              setup -> setup.write("machine/var/run/docker.sock", "")),
          machine(
              "dead-dns",
              "a server outside",
              "machine/etc/resolv.conf",
              "[127.0.0.1]",
              "[198.51.100.53]"),
          machine(
              "no-route-out",
              "a default route",
              "machine/proc/net/route",
              "eth0\t002812C6\t00000000\t0001\t0\t0\t0\t00FFFFFF",
              "eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000"),
          machine(
              "limits", "no limit of processes", "machine/sys/fs/cgroup/pids.max", "256", "max"),
          machine(
              "core-dumps",
              "of any size",
              "machine/proc/self/limits",
              "size        0  ",
              "size        unlimited  "),
          new Fault(
              "runtime.home-private",
              "for all to read",
              setup -> setup.mode(".openclaw", "rwxr-xr-x")),
          new Fault(
              "runtime.home-owner",
              "somebody else's (as root)",
              setup -> Files.setAttribute(setup.path(".openclaw"), "unix:uid", 12_345)),
          new Fault(
              "runtime.home-no-links",
              "logs written elsewhere",
              setup -> {
                Files.delete(setup.path(".openclaw/logs"));
                Files.createSymbolicLink(setup.path(".openclaw/logs"), setup.path("machine"));
              }),
          new Fault(
              "runtime.logs-private",
              "a log for all to read",
              setup -> {
                setup.write(".openclaw/logs/actions.log", "{}\n");
                setup.mode(".openclaw/logs/actions.log", "rw-r--r--");
              }),
          open("reports-private", ".openclaw/reports/report.html"),
          open("backups-private", ".openclaw/backups/one.age"),
          open("data-private", SERVER + "pg_hba.conf"),
          new Fault(
              "runtime.persona-mine",
              "a skill for all to write",
              setup -> setup.mode(".openclaw/skills/telegram.md", "rw-rw-rw-")),
          new Fault(
              "runtime.channels-folder",
              "for all to write",
              setup -> setup.mode("channels", "rwxrwxrwx")),
          new Fault(
              "runtime.channel-jars",
              "a jar nobody trusted",
              setup -> setup.secret("channels/evil.jar", "PK")),
          new Fault(
              "runtime.channel-jars",
              "another jar than was trusted",
              setup -> {
                setup.secret("channels/sms.jar", "PK");
                setup.secret(".openclaw/channels.lock", "0".repeat(64) + " 2 sms.jar\n");
              }),
          new Fault(
              "runtime.channel-lock",
              "makes no sense",
              setup -> setup.secret(".openclaw/channels.lock", "trust everything\n")),
          new Fault(
              "runtime.model",
              "a weak one",
              setup -> setup.env("MOLTBOT_ANTHROPIC_MODEL", "claude-haiku-4-5")),
          new Fault(
              "runtime.addresses",
              "Claude somewhere else",
              setup -> setup.env("MOLTBOT_ANTHROPIC_URL", "https://evil.example/")),
          new Fault(
              "runtime.database-local",
              "on another machine",
              setup ->
                  setup.env(
                      "MOLTBOT_DATABASE_URL",
                      "postgresql://moltbot:pw@db.example.org:5432/moltbot")),
          machine(
              "database-access", "no password", SERVER + "pg_hba.conf", "scram-sha-256", "trust"),
          machine(
              "database-listens", "to everybody", SERVER + "postgresql.conf", "'127.0.0.1'", "'*'"),
          machine(
              "database-durable",
              "fsync off",
              SERVER + "postgresql.conf",
              "fsync = on",
              "fsync = off"),
          new Fault(
              "runtime.no-debugger",
              "a debugger's port",
              setup ->
                  setup.process(
                      "JAVA_TOOL_OPTIONS", "-agentlib:jdwp=transport=dt_socket,address=*:5005")),
          new Fault(
              "runtime.alerts",
              "nobody is told",
              setup ->
                  setup.change(
                      ".openclaw/.env", text -> text.replaceFirst("MOLTBOT_DESK_TOKEN=.*\n", ""))));

  private RuntimeFaults() {}

  private static Fault machine(String id, String what, String file, String from, String to) {
    return new Fault("runtime." + id, what, setup -> setup.change(file, from, to));
  }

  private static Fault open(String id, String file) {
    return new Fault("runtime." + id, "for all to read", setup -> setup.mode(file, "rw-r--r--"));
  }
}
