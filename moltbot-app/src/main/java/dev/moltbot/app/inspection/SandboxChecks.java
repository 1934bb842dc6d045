package dev.moltbot.app.inspection;

import dev.moltbot.app.inspection.Machine.Mount;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sandbox as it is felt from inside. On a host most of it cannot be known. */
final class SandboxChecks {
  private static final Outcome HOST = Outcome.unknown("this is no container");
  private static final String COMPOSE = "start it with security/docker-compose.yml";
  private static final String DROP = "cap_drop: [ALL], or " + COMPOSE;
  private static final String NO_CAPABILITY = "0000000000000000";

  /** What every engine mounts by itself. */
  private static final Set<String> GIVEN =
      Set.of("/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/", "/dev/termination-log");

  private static final Set<String> KERNELS =
      Set.of(
          "proc",
          "sysfs",
          "tmpfs",
          "devpts",
          "mqueue",
          "cgroup",
          "cgroup2",
          "overlay",
          "devtmpfs",
          "shm",
          "securityfs",
          "debugfs",
          "tracefs",
          "hugetlbfs",
          "binfmt_misc");

  private static final Check.Look OURS_ALONE = SandboxChecks::mounts;

  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "runtime.non-root",
              "Moltbot does not run as root",
              "a mistake of root's has no limits",
              SandboxChecks::user),
          inside(
              "capabilities",
              "it has no capabilities",
              "each is a piece of root",
              SandboxChecks::capabilities),
          tighter(
              "no-new-privileges",
              "it cannot gain privileges",
              "a setuid program would be a way to root",
              machine ->
                  status(machine, "NoNewPrivs", "1", "security_opt: no-new-privileges:true")),
          inside(
              "seccomp",
              "a seccomp profile is in force",
              "system calls that nothing here uses are where kernels have their holes",
              machine -> status(machine, "Seccomp", "2", "security_opt: seccomp:seccomp.json")),
          inside(
              "read-only",
              "its file system is read-only",
              "what cannot be changed cannot be made to run something else",
              SandboxChecks::root),
          inside(
              "tmp-noexec",
              "nothing can be run from /tmp",
              "a program that was fetched has to be put somewhere to be run",
              SandboxChecks::tmp),
          inside(
              "host-files",
              "no file of the host can be read but Moltbot's own folders",
              "what is mounted can be read, and perhaps changed, from inside",
              machine -> OURS_ALONE.at(machine.scene())),
          inside(
              "engine-socket",
              "the Docker engine cannot be reached",
              "whoever may talk to the engine is root on the host",
              SandboxChecks::socket),
          tighter(
              "dead-dns",
              "no name can be looked up but those of the neighbours",
              "a look-up of a made-up name carries data out",
              SandboxChecks::names),
          inside(
              "no-route-out",
              "there is no way out but the gateway",
              "one way out is watched, a second would not be",
              SandboxChecks::route),
          tighter(
              "limits",
              "processes and memory are limited",
              "one that is taken over could starve the machine",
              SandboxChecks::limits),
          tighter(
              "core-dumps",
              "no memory image is written when it crashes",
              "it would hold every credential and message of that moment",
              SandboxChecks::cores));

  private SandboxChecks() {}

  /** What is asked of the machine from inside a container. */
  private interface Inside {
    Outcome at(Machine machine) throws Exception;
  }

  private static Check inside(String id, String title, String why, Inside look) {
    return Check.critical("runtime." + id, title, why, scene -> ask(scene, look));
  }

  /** What the compose file adds to a plain docker run. */
  private static Check tighter(String id, String title, String why, Inside look) {
    return Check.warning("runtime." + id, title, why, scene -> ask(scene, look));
  }

  private static Outcome ask(Scene scene, Inside look) throws Exception {
    return scene.inContainer() ? look.at(new Machine(scene)) : HOST;
  }

  private static Outcome user(Scene scene) throws IOException {
    if (!scene.inContainer() && Modes.ofSandbox(scene.home())) {
      return Outcome.unknown("the workspace is the sandbox's: ask there");
    }
    Optional<String> ids = new Machine(scene).status("Uid");
    if (ids.isEmpty()) {
      return System.getProperty("user.name", "").equals("root")
          ? Outcome.found("it is root", "run it as a user of its own")
          : Outcome.fine("it is not root");
    }
    return List.of(ids.get().split("\\s+", -1)).contains("0")
        ? Outcome.found("it is root", "run it as a user of its own: --user=moltbot")
        : Outcome.fine("user " + ids.get().split("\\s+", -1)[0]);
  }

  private static Outcome capabilities(Machine machine) {
    for (String set : List.of("CapEff", "CapPrm", "CapAmb")) {
      if (holds(machine, set)) {
        return Outcome.found(set + " is " + machine.status(set).orElse(""), DROP);
      }
    }
    // Only a setuid program could get at these, and the image has none.
    return holds(machine, "CapBnd")
        ? Outcome.mild("none, but some could be had", DROP)
        : Outcome.fine("none, and none to be had");
  }

  private static boolean holds(Machine machine, String set) {
    return !machine.status(set).orElse(NO_CAPABILITY).equals(NO_CAPABILITY);
  }

  private static Outcome status(Machine machine, String name, String wanted, String remedy) {
    Optional<String> value = machine.status(name);
    if (value.isEmpty()) {
      return Outcome.unknown("the kernel does not say");
    }
    return value.get().equals(wanted)
        ? Outcome.fine(name + " " + wanted)
        : Outcome.found(name + " is " + value.get(), remedy);
  }

  private static Outcome route(Machine machine) {
    if (!machine.hasDefaultRoute()) {
      return Outcome.fine("no default route");
    }
    return machine.routesStayInside()
        ? Outcome.unknown("it leads into the internal network; the deep audit tries how far")
        : Outcome.found("there is a default route", "use an internal network: " + COMPOSE);
  }

  private static Optional<Mount> at(Machine machine, String place) {
    return machine.mounts().stream().filter(one -> one.at().equals(place)).reduce((a, b) -> b);
  }

  private static Outcome root(Machine machine) {
    Optional<Mount> root = at(machine, "/");
    if (root.isEmpty()) {
      return Outcome.unknown("the kernel does not say");
    }
    return root.get().options().contains("ro")
        ? Outcome.fine("read-only")
        : Outcome.found("/ can be written", "read_only: true, or --read-only");
  }

  private static Outcome tmp(Machine machine) {
    Optional<Mount> tmp = at(machine, "/tmp");
    if (tmp.isEmpty()) {
      return Outcome.fine("there is no /tmp of its own");
    }
    return tmp.get().options().contains("noexec")
        ? Outcome.fine("noexec")
        : Outcome.found("/tmp is not noexec", "tmpfs: /tmp:noexec,nosuid,nodev");
  }

  private static Outcome mounts(Scene scene) {
    List<String> ours =
        List.of(
            scene.home().toString(),
            scene.workspace().channels().toString(),
            "/var/log/gateway",
            "/run/bridge");
    List<String> foreign =
        new Machine(scene)
            .mounts().stream()
                .filter(one -> !KERNELS.contains(one.type()) && !GIVEN.contains(one.at()))
                .map(Mount::at)
                .filter(
                    at -> !ours.contains(at) && !at.startsWith("/proc/") && !at.startsWith("/sys/"))
                .filter(at -> !at.endsWith(".sock"))
                .toList();
    return foreign.isEmpty()
        ? Outcome.fine("only " + String.join(" and ", ours.subList(0, 2)))
        : Outcome.found(String.join(", ", foreign) + " is mounted", "take the volume out");
  }

  private static Outcome socket(Machine machine) throws IOException {
    List<String> seen = machine.engineSockets();
    return seen.isEmpty()
        ? Outcome.fine("no socket of an engine")
        : Outcome.found(String.join(", ", seen) + " is there", "take the volume out");
  }

  private static Outcome names(Machine machine) {
    List<String> servers =
        machine.nameServers().stream().filter(one -> !one.startsWith("127.")).toList();
    return servers.isEmpty()
        ? Outcome.fine("no server that would know")
        : Outcome.found("names are asked of " + String.join(", ", servers), "dns: [127.0.0.1]");
  }

  private static Outcome limits(Machine machine) {
    for (String name : List.of("pids.max", "memory.max")) {
      if (machine.limit(name).orElse("").equals("max")) {
        return Outcome.found(name + " is not set", "pids_limit and mem_limit, or " + COMPOSE);
      }
    }
    Optional<String> tasks = machine.limit("pids.max");
    return tasks.isEmpty()
        ? Outcome.unknown("the control group is not to be seen")
        : Outcome.fine(
            tasks.get() + " tasks, " + machine.limit("memory.max").orElse("?") + " bytes");
  }

  private static Outcome cores(Machine machine) {
    Optional<String> size = machine.ulimit("Max core file size");
    if (size.isEmpty()) {
      return Outcome.unknown("the kernel does not say");
    }
    return size.get().equals("0")
        ? Outcome.fine("none")
        : Outcome.found("a core file may be " + size.get() + " bytes", "ulimits: core: 0");
  }
}
