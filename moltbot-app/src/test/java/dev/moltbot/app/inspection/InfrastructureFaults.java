package dev.moltbot.app.inspection;

import dev.moltbot.app.egress.Walls;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Faults of the files the sandbox is made of. */
final class InfrastructureFaults {
  private static final String COMPOSE = "security/docker-compose.yml";
  private static final String FIRST = "    user: moltbot\n    depends_on: [gateway]\n";

  static final List<Fault> ALL =
      List.of(
          new Fault(
              "infrastructure.engine",
              "a port for everybody",
              setup -> setup.process("DOCKER_HOST", "tcp://198.51.100.7:2375")),
          new Fault(
              "infrastructure.engine",
              "a socket for everybody",
              setup -> {
                setup.host();
                setup.write("machine/docker.sock", "");
                setup.mode("machine/docker.sock", "rw-rw-rw-");
              }),
          new Fault(
              "infrastructure.firewall",
              "no rules on the host",
              setup -> {
                setup.host();
                setup.change("machine/etc/nftables.conf", "moltbot", "others");
              }),
          compose("no-ports", "a published port", FIRST, FIRST + "    ports: [\"8080:80\"]\n"),
          compose(
              "read-only", "a writable service", "    read_only: true\n", "    read_only: false\n"),
          compose("capabilities", "a capability more", FIRST, FIRST + "    cap_add: [NET_ADMIN]\n"),
          compose("capabilities", "capabilities kept", "cap_drop: [ALL]", "cap_drop: [NET_RAW]"),
          compose("no-new-privileges", "not set", "\"no-new-privileges:true\", ", ""),
          compose("seccomp", "unconfined", "seccomp:seccomp.json", "seccomp:unconfined"),
          compose("limits", "no limit of memory", "    mem_limit: 1g\n", ""),
          compose("user", "root", "    user: moltbot\n", "    user: root\n"),
          compose("not-privileged", "privileged", FIRST, FIRST + "    privileged: true\n"),
          compose("not-privileged", "the host's processes", FIRST, FIRST + "    pid: host\n"),
          compose(
              "no-engine-socket",
              "the engine's socket",
              "    volumes:\n",
              "    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock\n"),
          compose(
              "mounts",
              "a home folder",
              "    volumes:\n",
              "    volumes:\n      - /home:/home:ro\n"),
          compose("tmp", "programs in /tmp", "noexec,", ""),
          compose("dead-dns", "a name server", "dns: [127.0.0.1]", "dns: [198.51.100.53]"),
          compose(
              "networks",
              "a way out",
              "networks: [moltbot-net]",
              "networks: [moltbot-net, outside]"),
          compose("logs", "a log without a limit", "    logging: *log\n", ""),
          new Fault(
              "infrastructure.seccomp-profile",
              "ptrace allowed",
              setup ->
                  setup.change("security/seccomp.json", "\"accept\",", "\"accept\", \"ptrace\",")),
          new Fault(
              "infrastructure.seccomp-profile",
              "all calls allowed",
              setup ->
                  setup.change(
                      "security/seccomp.json",
                      text ->
                          text.replaceFirst(
                              "\"defaultAction\": *\"SCMP_ACT_ERRNO\"",
                              "\"defaultAction\": \"SCMP_ACT_ALLOW\""))),
          new Fault(
              "infrastructure.base-images",
              "an image by its tag",
              setup ->
                  setup.change(
                      "security/Dockerfile", text -> text.replaceFirst("@sha256:[0-9a-f]+", ""))),
          new Fault(
              "infrastructure.allow-list",
              "an address more, in every artefact",
              setup -> list(setup, text -> text + "\nevil.example:443 for moltbot\n  GET /**\n")),
          new Fault(
              "infrastructure.allow-list-in-program",
              "a wider rule, in every artefact",
              setup -> list(setup, text -> text.replace("/gmail/v1/users/me/profile", "/**"))),
          new Fault(
              "infrastructure.gateway-rules",
              "a rule by hand",
              setup ->
                  setup.change(
                      "security/gateway/squid.conf", text -> text + "http_access allow all\n")),
          new Fault(
              "infrastructure.firewall-rules",
              "a port by hand",
              setup -> setup.change("security/firewall/moltbot.nft", "{ 443 }", "{ 443, 25 }")),
          new Fault(
              "infrastructure.lulu-rules",
              "a program by hand",
              setup ->
                  setup.change(
                      "security/firewall/lulu.json", "api.anthropic.com", "evil.example")));

  private InfrastructureFaults() {}

  private static Fault compose(String id, String what, String from, String to) {
    return new Fault(
        "infrastructure.compose-" + id,
        what,
        setup ->
            setup.change(
                COMPOSE,
                text -> {
                  int at = text.indexOf(from);
                  return text.substring(0, at) + to + text.substring(at + from.length());
                }));
  }

  /** Changes the list and makes everything anew, as its owner would. */
  private static void list(CleanSetup setup, java.util.function.UnaryOperator<String> change)
      throws IOException {
    setup.change("security/allow-list", change);
    Map<String, String> made = Walls.files(Files.readString(setup.path("security/allow-list")));
    for (Map.Entry<String, String> one : made.entrySet()) {
      setup.write("security/" + one.getKey(), one.getValue());
    }
  }
}
