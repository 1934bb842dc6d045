package dev.moltbot.app.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel says of this process and its surroundings (proc(5), cgroups(7)). */
record Machine(Scene scene) {

  /** A mounted file system. */
  record Mount(String root, String at, List<String> options, String type) {}

  /** The lines of {@code /proc/self/status} by name; empty where there is none, as on macOS. */
  Map<String, String> status() {
    var lines = new HashMap<String, String>();
    Scene.text(scene.machine("proc/self/status"))
        .orElse("")
        .lines()
        .filter(line -> line.contains(":"))
        .forEach(line ->
            lines.put(
                line.substring(0, line.indexOf(':')),
                line.substring(line.indexOf(':') + 1).strip()));
    return lines;
  }

  /** Its line of that name, or empty. */
  Optional<String> status(String name) {
    return Optional.ofNullable(status().get(name));
  }

  List<Mount> mounts() {
    return Scene.text(scene.machine("proc/self/mountinfo"))
        .orElse("")
        .lines()
        .flatMap(line -> mount(line).stream())
        .toList();
  }

  /** {@code 36 35 98:0 /root /at options optional... - type source super}. */
  private static Optional<Mount> mount(String line) {
    String[] halves = line.split(" - ", 2);
    String[] first = halves[0].split(" ", -1);
    return halves.length < 2 || first.length < 6
        ? Optional.empty()
        : Optional.of(
            new Mount(
                first[3], first[4], List.of(first[5].split(",", -1)), halves[1].split(" ", -1)[0]));
  }

  /** Where the first names are asked for; of Docker's own server, where it asks. */
  List<String> nameServers() {
    String text = Scene.text(scene.machine("etc/resolv.conf")).orElse("");
    List<String> behind =
        text.lines()
            .filter(line -> line.startsWith("# ExtServers:"))
            .flatMap(line -> Stream.of(line.replaceAll(".*\\[|\\].*", "").split("[ ,]+")))
            .map(one -> one.replaceAll("host\\(|\\)", ""))
            .filter(one -> !one.isEmpty())
            .toList();
    return behind.isEmpty()
        ? text.lines()
            .filter(line -> line.startsWith("nameserver "))
            .map(line -> line.substring("nameserver ".length()).strip())
            .toList()
        : behind;
  }

  /** Whether a packet to nowhere in particular has a way. */
  boolean hasDefaultRoute() {
    return !defaultRoutes().isEmpty() || hasDefaultRoute6();
  }

  /**
   * Whether each default route leads into the compose file's internal networks. Engines before 23
   * write one there, though nobody is at its end.
   */
  boolean routesStayInside() {
    return !hasDefaultRoute6()
        && defaultRoutes().stream().allMatch(via -> via.matches("..(28|29|2A)12C6"));
  }

  /** By which addresses they lead, as the kernel writes them: backwards and in hexadecimal. */
  private List<String> defaultRoutes() {
    return Scene.text(scene.machine("proc/net/route"))
        .orElse("")
        .lines()
        .skip(1)
        .map(line -> line.split("\\s+", -1))
        .filter(
            words -> words.length > 7 && words[1].equals("00000000") && words[7].equals("00000000"))
        .map(words -> words[2])
        .toList();
  }

  private boolean hasDefaultRoute6() {
    return Scene.text(scene.machine("proc/net/ipv6_route"))
        .orElse("")
        .lines()
        .anyMatch(line -> line.startsWith("0".repeat(32) + " 00 ") && !line.endsWith(" lo"));
  }

  /** A limit of this container's control group, or empty. */
  Optional<String> limit(String name) {
    Path group = scene.machine("sys/fs/cgroup");
    return Scene.text(group.resolve(name)).map(String::strip);
  }

  /** A line of {@code /proc/self/limits}: its soft limit. */
  Optional<String> ulimit(String name) {
    return Scene.text(scene.machine("proc/self/limits"))
        .orElse("")
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip().split("\\s+", -1)[0])
        .findFirst();
  }

  /** Sockets that engines of containers listen on, and that are to be seen from here. */
  List<String> engineSockets() throws IOException {
    return Stream.of(
            "var/run/docker.sock",
            "run/docker.sock",
            "run/containerd/containerd.sock",
            "run/podman/podman.sock")
        .filter(one -> Files.exists(scene.machine(one)))
        .map(one -> "/" + one)
        .toList();
  }
}
