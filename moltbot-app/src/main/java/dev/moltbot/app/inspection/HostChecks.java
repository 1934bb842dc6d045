package dev.moltbot.app.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The machine around the sandbox. Inside, none of it can be known. */
final class HostChecks {
  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "infrastructure.engine",
              "nobody else can talk to the Docker engine",
              "whoever may talk to the engine is root on this machine",
              HostChecks::engine),
          Check.warning(
              "infrastructure.firewall",
              "outside the sandbox nftables or LuLu stands around it",
              "a container that is broken out of is stopped by the host, or by nobody",
              HostChecks::firewall));

  private HostChecks() {}

  private static Outcome engine(Scene scene) throws IOException {
    var process = scene.site().process();
    if (process.getOrDefault("DOCKER_HOST", "").startsWith("tcp://")
        && process.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
      return Outcome.found("DOCKER_HOST is a port without TLS", "unset DOCKER_HOST");
    }
    Path socket = scene.site().engine();
    if (scene.inContainer() || !Files.exists(socket)) {
      return Outcome.unknown("no engine is to be seen from here");
    }
    var mode = Files.getPosixFilePermissions(socket);
    return mode.contains(PosixFilePermission.OTHERS_WRITE)
        ? Outcome.found(
            socket + " is " + PosixFilePermissions.toString(mode), "sudo chmod 660 " + socket)
        : Outcome.fine("its socket is closed to others");
  }

  /** What is loaded can be asked by root alone; what is loaded at each start stands in a file. */
  private static Outcome firewall(Scene scene) {
    if (scene.inContainer()) {
      return Outcome.unknown("the host's firewall is not to be seen from inside");
    }
    if (Files.isDirectory(scene.machine("Library/Objective-See/LuLu"))) {
      return Outcome.fine("LuLu is installed; its rules: security/firewall/lulu.json");
    }
    Path file = scene.machine("etc/nftables.conf");
    Optional<String> rules = Scene.text(file);
    if (rules.isEmpty() && Files.exists(file)) {
      return Outcome.unknown(file + " cannot be read");
    }
    return rules.orElse("").contains("moltbot")
        ? Outcome.fine(file + " has Moltbot's rules")
        : Outcome.found(
            "neither nftables nor LuLu has Moltbot's rules",
            "include security/firewall/moltbot.nft in /etc/nftables.conf, then run nft -f on it");
  }
}
