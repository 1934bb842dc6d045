package dev.moltbot.app.inspection;

import com.squareup.moshi.Moshi;
import dev.moltbot.app.egress.Walls;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.wire.HttpClients;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The other files the sandbox and its walls are made of. */
final class SandboxFiles {
  private static final String PUT_BACK = "put it back: git diff security/";

  /** Calls that take a sandbox apart, or that let a program run from memory. */
  private static final Set<String> DANGEROUS =
      Set.of(
          "ptrace",
          "mount",
          "umount2",
          "unshare",
          "setns",
          "pivot_root",
          "bpf",
          "keyctl",
          "add_key",
          "request_key",
          "io_uring_setup",
          "io_uring_enter",
          "kexec_load",
          "init_module",
          "finit_module",
          "delete_module",
          "userfaultfd",
          "perf_event_open",
          "process_vm_readv",
          "process_vm_writev",
          "swapon",
          "reboot",
          "open_by_handle_at");

  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "infrastructure.seccomp-profile",
              "the seccomp profile refuses what it does not name, and names nothing dangerous",
              "system calls that nothing here uses are where kernels have their holes",
              SandboxFiles::seccomp),
          Check.critical(
              "infrastructure.base-images",
              "base images are named by digest",
              "a tag can be moved to another image over night",
              SandboxFiles::bases),
          Check.critical(
              "infrastructure.allow-list",
              "the allow-list makes sense and is short",
              "every address more is a way out more",
              SandboxFiles::allowList),
          Check.critical(
              "infrastructure.allow-list-in-program",
              "the program's own guard has this allow-list",
              "two lists that differ are one that nobody looks at",
              SandboxFiles::inProgram),
          Check.critical(
              "infrastructure.gateway-rules",
              "the gateway's rules are those of the allow-list",
              "a rule added by hand is on no list",
              scene -> generated(scene, "gateway/squid.conf")),
          Check.critical(
              "infrastructure.firewall-rules",
              "the rules for nftables are those of the allow-list",
              "a rule added by hand is on no list",
              scene -> generated(scene, "firewall/moltbot.nft")),
          Check.critical(
              "infrastructure.lulu-rules",
              "the rules for LuLu are those of the allow-list",
              "a rule added by hand is on no list",
              scene -> generated(scene, "firewall/lulu.json")));

  private SandboxFiles() {}

  private static Optional<String> file(Scene scene, String name) {
    return Scene.text(scene.site().checkout().resolve("security").resolve(name));
  }

  private static Outcome missing(String name) {
    return Outcome.unknown("there is no security/" + name + " here");
  }

  private static Outcome seccomp(Scene scene) throws IOException {
    Optional<String> text = file(scene, "seccomp.json");
    if (text.isEmpty()) {
      return missing("seccomp.json");
    }
    Map<String, Object> profile =
        Compose.map(new Moshi.Builder().build().adapter(Object.class).fromJson(text.get()));
    if (!String.valueOf(profile.get("defaultAction")).matches("SCMP_ACT_(ERRNO|KILL.*)")) {
      return Outcome.found("what it does not name is allowed", PUT_BACK);
    }
    Set<String> allowed = new TreeSet<>();
    if (profile.get("syscalls") instanceof List<?> rules) {
      rules.forEach(rule -> allowed.addAll(allowedBy(Compose.map(rule))));
    }
    int all = allowed.size();
    allowed.retainAll(DANGEROUS);
    return allowed.isEmpty()
        ? Outcome.fine(all + " calls allowed, none of the dangerous ones")
        : Outcome.found("it allows " + String.join(", ", allowed), PUT_BACK);
  }

  private static List<String> allowedBy(Map<String, Object> rule) {
    return "SCMP_ACT_ALLOW".equals(rule.get("action")) ? Compose.words(rule, "names") : List.of();
  }

  private static Outcome bases(Scene scene) {
    var loose = new ArrayList<String>();
    int files = 0;
    for (String name : List.of("Dockerfile", "gateway/Dockerfile")) {
      Optional<String> text = file(scene, name);
      files += text.isPresent() ? 1 : 0;
      text.orElse("")
          .lines()
          .filter(line -> line.matches("ARG (BASE|JDK|[A-Z]+_IMAGE)=.*|FROM [^$ ]+[:/][^$ ]+.*"))
          .filter(line -> !line.contains("@sha256:"))
          .forEach(line -> loose.add(name + ": " + line));
    }
    if (files == 0) {
      return missing("Dockerfile");
    }
    return loose.isEmpty()
        ? Outcome.fine("all of them, in " + files + " files")
        : Outcome.found(String.join("; ", loose), "name it as IMAGE@sha256:DIGEST");
  }

  private static Outcome allowList(Scene scene) throws IOException {
    Optional<String> text = file(scene, "allow-list");
    if (text.isEmpty()) {
      return missing("allow-list");
    }
    AllowList.Parsed parsed = AllowList.parse(text.get());
    if (!parsed.problems().isEmpty()) {
      return Outcome.found(String.join("; ", parsed.problems()), PUT_BACK);
    }
    Set<String> shipped = addresses(AllowList.parse(built()).list());
    Set<String> more = addresses(parsed.list());
    int all = more.size();
    more.removeAll(shipped);
    return more.isEmpty()
        ? Outcome.fine(all + " addresses, all of them known")
        : Outcome.found("it lets out to " + String.join(", ", more), PUT_BACK);
  }

  private static Set<String> addresses(AllowList list) {
    return list.endpoints().stream()
        .map(Endpoint::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An address that is new is the other check's matter. */
  private static Outcome inProgram(Scene scene) throws IOException {
    Optional<String> text = file(scene, "allow-list");
    if (text.isEmpty()) {
      return missing("allow-list");
    }
    AllowList here = AllowList.parse(text.get()).list();
    AllowList inside = AllowList.parse(built()).list();
    if (!addresses(here).equals(addresses(inside))) {
      return Outcome.unknown("its addresses are others");
    }
    return here.equals(inside)
        ? Outcome.fine("the same rules for " + here.endpoints().size() + " addresses")
        : Outcome.found("their rules differ", "build it anew: mvn package");
  }

  private static String built() throws IOException {
    try (InputStream list = HttpClients.class.getResourceAsStream("allow-list")) {
      return list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Outcome generated(Scene scene, String name) {
    Optional<String> list = file(scene, "allow-list");
    Optional<String> text = file(scene, name);
    if (list.isEmpty() || text.isEmpty()) {
      return missing(list.isEmpty() ? "allow-list" : name);
    }
    try {
      String made = Walls.files(list.get()).getOrDefault(name, "");
      Path file = Path.of("security").resolve(name);
      return made.equals(text.get())
          ? Outcome.fine(file + " is what the list makes")
          : Outcome.found(file + " is not what the list makes", "security/generate");
    } catch (Walls.BadList e) {
      return Outcome.unknown("the allow-list makes no sense");
    }
  }
}
