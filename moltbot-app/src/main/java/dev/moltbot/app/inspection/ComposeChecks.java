package dev.moltbot.app.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The compose file is as it was shipped, in everything that shuts services in. */
final class ComposeChecks {
  private static final String GATEWAY = "gateway";
  private static final Set<String> OURS =
      Set.of(
          "../.openclaw",
          "../channels",
          "../.tokens/.openclaw",
          "../.tokens/channels",
          "./gateway/pins",
          "../.whatsapp/channels");
  private static final Set<String> LIMITS =
      Set.of("pids_limit", "mem_limit", "memswap_limit", "ulimits");

  static final List<Check> CHECKS =
      List.of(
          service(
              "no-ports",
              "no service publishes a port",
              "a published port answers everybody in the same network",
              one -> Compose.words(one, "ports").isEmpty() ? "" : "publishes a port"),
          service(
              "read-only",
              "every service has a read-only file system",
              "what cannot be changed cannot be made to run something else",
              one -> Boolean.TRUE.equals(one.get("read_only")) ? "" : "can write everywhere"),
          service(
              "capabilities",
              "every service has all capabilities dropped",
              "each is a piece of root",
              ComposeChecks::capabilities),
          service(
              "no-new-privileges",
              "no service can gain privileges",
              "a setuid program would be a way to root",
              one -> optional(one, "no-new-privileges(:true)?") ? "" : "may gain privileges"),
          service(
              "seccomp",
              "no service runs without a seccomp profile, the program runs under its own",
              "system calls that nothing here uses are where kernels have their holes",
              ComposeChecks::seccomp),
          service(
              "limits",
              "every service has its limits of processes, memory and files",
              "one that is taken over could starve the machine",
              one -> one.keySet().containsAll(LIMITS) ? "" : "lacks a limit"),
          service(
              "user",
              "the program's services do not run as root",
              "root in a container is root in whatever the container is broken out to",
              ComposeChecks::user),
          service(
              "not-privileged",
              "no service has a namespace or a device of the host",
              "with one, the walls around it are gone",
              ComposeChecks::host),
          service(
              "no-engine-socket",
              "no service sees the Docker engine's socket",
              "whoever may talk to the engine is root on the host",
              one -> socket(one) ? "sees the engine's socket" : ""),
          service(
              "mounts",
              "no folder of the host is mounted but those of Moltbot",
              "a mounted folder can be read, and perhaps changed, from inside",
              ComposeChecks::mounts),
          service(
              "tmp",
              "nothing can be run from /tmp",
              "a program that was fetched has to be put somewhere to be run",
              ComposeChecks::tmp),
          named(
              "dead-dns",
              "only the gateway can look names up",
              "a look-up of a made-up name carries data out",
              (file, name, one) ->
                  name.equals(GATEWAY) || loopback(Compose.words(one, "dns"))
                      ? ""
                      : "can look names up"),
          named(
              "networks",
              "only the gateway is on a network that leads out",
              "one way out is watched, a second would not be",
              ComposeChecks::networks),
          of(
              Severity.WARN,
              "logs",
              "every service's log has a limit",
              "a full disk stops everything, the record included",
              (file, name, one) ->
                  Compose.words(one, "logging").isEmpty() ? "has no limit of its log" : ""));

  private ComposeChecks() {}

  /** What is wrong with a service, or empty. */
  private interface Fault {
    String of(Compose file, String name, Map<String, Object> service);
  }

  /** The same, where its name does not matter. */
  private interface Plain {
    String of(Map<String, Object> service);
  }

  private static Check service(String id, String title, String why, Plain fault) {
    return named(id, title, why, (file, name, one) -> fault.of(one));
  }

  private static Check named(String id, String title, String why, Fault fault) {
    return of(Severity.CRITICAL, id, title, why, fault);
  }

  private static Check of(Severity severity, String id, String title, String why, Fault fault) {
    String whole = "infrastructure.compose-" + id;
    return severity == Severity.CRITICAL
        ? Check.critical(whole, title, why, scene -> look(scene, fault))
        : Check.warning(whole, title, why, scene -> look(scene, fault));
  }

  private static Outcome look(Scene scene, Fault fault) {
    Optional<Compose> file = Compose.of(scene.site().checkout());
    if (file.isEmpty()) {
      return Outcome.unknown("there is no " + Compose.FILE + " here");
    }
    var faults = new ArrayList<String>();
    file.get()
        .services()
        .forEach((name, one) -> {
          String what = fault.of(file.get(), name, one);
          if (!what.isEmpty()) {
            faults.add("service " + name + " " + what);
          }
        });
    return faults.isEmpty()
        ? Outcome.fine("so for " + String.join(", ", file.get().services().keySet()))
        : Outcome.found(String.join("; ", faults), "put it back: git diff " + Compose.FILE);
  }

  private static String capabilities(Map<String, Object> one) {
    if (!Compose.words(one, "cap_add").isEmpty()) {
      return "is given a capability";
    }
    return Compose.words(one, "cap_drop").contains("ALL") ? "" : "keeps capabilities";
  }

  private static String seccomp(Map<String, Object> one) {
    if (optional(one, ".*(unconfined|label[:=]disable)")) {
      return "is unconfined";
    }
    return program(one) && !optional(one, "seccomp[:=](\\./)?seccomp\\.json")
        ? "is not under seccomp.json"
        : "";
  }

  private static boolean optional(Map<String, Object> one, String pattern) {
    return Compose.words(one, "security_opt").stream().anyMatch(word -> word.matches(pattern));
  }

  private static boolean program(Map<String, Object> one) {
    return String.valueOf(one.get("image")).startsWith("moltbot-sandbox");
  }

  private static String user(Map<String, Object> one) {
    String user = String.valueOf(one.getOrDefault("user", program(one) ? "" : "other"));
    return user.isEmpty() || user.matches("(root|0+)(:.*)?")
        ? "runs as root or says not as whom"
        : "";
  }

  private static String host(Map<String, Object> one) {
    if (Boolean.TRUE.equals(one.get("privileged"))) {
      return "is privileged";
    }
    for (String key :
        List.of("network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup_parent")) {
      if (String.valueOf(one.get(key)).matches("host|container:.*|service:.*")) {
        return "shares " + key;
      }
    }
    return Compose.words(one, "devices").isEmpty() ? "" : "is given a device";
  }

  private static boolean socket(Map<String, Object> one) {
    return Compose.sources(one).stream()
        .anyMatch(source -> source.matches(".*(docker|containerd|podman)\\.sock|/(var/)?run/?"));
  }

  /** The engine's socket is another check's matter. */
  private static String mounts(Map<String, Object> one) {
    if (socket(one)) {
      return "";
    }
    return Compose.sources(one).stream()
        .filter(source -> source.matches("[./~$].*"))
        .filter(source -> !OURS.contains(source))
        .findFirst()
        .map(source -> "mounts " + source)
        .orElse("");
  }

  private static String tmp(Map<String, Object> one) {
    return Compose.words(one, "tmpfs").stream()
        .filter(mount -> !mount.contains("noexec") || !mount.contains("nosuid"))
        .findFirst()
        .map(mount -> "may run what is in " + mount.replaceFirst(":.*", ""))
        .orElse("");
  }

  private static boolean loopback(List<String> servers) {
    return !servers.isEmpty() && servers.stream().allMatch(one -> one.startsWith("127."));
  }

  private static String networks(Compose file, String name, Map<String, Object> one) {
    List<String> networks = Compose.words(one, "networks");
    if (networks.isEmpty() && !one.containsKey("network_mode")) {
      return "is on the default network, which leads out";
    }
    return name.equals(GATEWAY)
        ? ""
        : networks.stream()
            .filter(network -> !file.internal(network))
            .findFirst()
            .map(network -> "is on " + network + ", which leads out")
            .orElse("");
  }
}
