package dev.moltbot.app.inspection;

import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.inspection.deep.AuditDrill;
import dev.moltbot.app.inspection.deep.FileDrill;
import dev.moltbot.app.inspection.deep.GatewayDrill;
import dev.moltbot.app.inspection.deep.LookUpDrill;
import dev.moltbot.app.inspection.deep.ReachDrill;
import dev.moltbot.app.inspection.deep.RootDrill;
import dev.moltbot.app.inspection.deep.Tried;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.wire.Gateway;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What must not work is tried. Only a deep audit does that. */
final class DrillChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int DNS = 53;

  /** Of the record, from its beginning. */
  private static final int ENTRIES = 100;

  private static final String COMPOSE = "start it with security/docker-compose.yml";
  private static final Tried HOST = new Tried.NotTried("this is no container");

  static final List<Check> CHECKS =
      List.of(
          drill(
              "stranger",
              "a stranger cannot be reached without the gateway",
              "what can be reached can be sent everything",
              "use the internal network: " + COMPOSE,
              DrillChecks::stranger),
          drill(
              "gateway",
              "the gateway forbids a name that is on no list",
              "a gateway that looks every name up carries data out in names",
              "security/generate, then build the gateway again",
              DrillChecks::gateway),
          drill(
              "look-up",
              "nobody answers for a made-up name",
              "a look-up of a made-up name carries data out",
              "dns: [127.0.0.1], or " + COMPOSE,
              DrillChecks::lookUp),
          drill(
              "approve-as-stranger",
              "nobody but the owner can say yes",
              "who can say yes can write in your name",
              "this is a fault in Moltbot: please report it with the id",
              scene -> new Services(scene).strangers()),
          drill(
              "write-outside",
              "nothing can be written outside the workspace",
              "what can be changed can be made to run something else",
              "read_only: true, or " + COMPOSE,
              DrillChecks::writeOutside),
          drill(
              "others-files",
              "what is another user's cannot be read",
              "passwords of the machine are tried out elsewhere, too",
              "run Moltbot as a user of its own",
              DrillChecks::readOthers),
          drill(
              "setuid",
              "no program in reach runs as somebody else",
              "a hole in one of them is a way to root",
              "use the image of security/Dockerfile, which has none",
              scene -> scene.inContainer() ? programs(scene).borrow() : HOST),
          drill(
              "sudo",
              "sudo does not grant root without a password",
              "whoever takes the program over would be root",
              "take NOPASSWD out of sudoers, with visudo",
              scene -> programs(scene).ask()),
          drill(
              "altered-record",
              "an altered copy of a record is noticed",
              "a record that can be altered unnoticed proves nothing",
              "this is a fault in Moltbot: please report it with the id",
              DrillChecks::altered));

  private DrillChecks() {}

  /** Something that is tried. */
  private interface Drill {
    Tried at(Scene scene) throws Exception;
  }

  private static Check drill(String id, String title, String why, String remedy, Drill drill) {
    return Check.critical("drill." + id, title, why, scene -> outcome(drill.at(scene), remedy))
        .onlyDeep();
  }

  private static Outcome outcome(Tried tried, String remedy) {
    return switch (tried) {
      case Tried.Refused refused -> Outcome.fine(refused.how());
      case Tried.WentThrough through -> Outcome.found(through.what(), remedy);
      case Tried.NotTried not -> Outcome.unknown(not.why());
    };
  }

  /**
   * Out of a container, and on the machine itself: what is only laid out in files has no network.
   */
  private static boolean isInside(Scene scene) {
    return scene.inContainer() && scene.site().root().equals(Path.of("/"));
  }

  private static Tried stranger(Scene scene) {
    return isInside(scene) ? ReachDrill.NOBODY.run() : HOST;
  }

  private static Tried gateway(Scene scene) {
    Gateway gateway = GatewayConfig.from(scene.settings(), scene.home());
    if (gateway.host().isEmpty()) {
      return new Tried.NotTried("no gateway is set");
    }
    var address = new InetSocketAddress(gateway.host(), gateway.port());
    return new GatewayDrill(address, gateway.authorities(), PATIENCE).run();
  }

  private static Tried lookUp(Scene scene) {
    if (!isInside(scene)) {
      return HOST;
    }
    List<InetSocketAddress> servers =
        Scene.text(scene.machine("etc/resolv.conf"))
            .orElse("")
            .lines()
            .filter(line -> line.startsWith("nameserver "))
            .map(line -> line.substring("nameserver ".length()).strip())
            .map(server -> new InetSocketAddress(server, DNS))
            .toList();
    return new LookUpDrill(servers, PATIENCE).run();
  }

  private static Tried writeOutside(Scene scene) {
    return isInside(scene)
        ? FileDrill.write(
            places(scene, "", "bin", "etc", "home", "opt", "root", "srv", "usr", "var"))
        : HOST;
  }

  private static Tried readOthers(Scene scene) {
    return FileDrill.read(places(scene, "etc/shadow", "etc/gshadow", "root"));
  }

  /** A copy of the record's beginning, as every command reads it; starts no database for it. */
  private static Tried altered(Scene scene) {
    if (scene.premises().isEmpty()) {
      return new Tried.NotTried("moltbot is not running");
    }
    var config = Installed.database(scene.workspace(), scene.settings());
    try (Moltbot moltbot = Moltbot.storesOnly(PostgresModule.join(config, new SecureRandom()))) {
      return AuditDrill.OURS.on(moltbot.part(AuditLog.class).after(0, ENTRIES));
    } catch (StoreUnavailable | PostgresModule.CannotStart e) {
      return new Tried.NotTried("the database cannot be reached");
    }
  }

  private static List<Path> places(Scene scene, String... names) {
    return Stream.of(names).map(scene::machine).toList();
  }

  /** Where programs are, on that machine. */
  private static RootDrill programs(Scene scene) {
    String path = scene.site().process().getOrDefault("PATH", "/usr/bin:/usr/sbin:/bin:/sbin");
    return new RootDrill(
        Stream.of(path.split(":", -1))
            .filter(one -> one.startsWith("/"))
            .map(one -> scene.machine(one.substring(1)))
            .distinct()
            .toList());
  }
}
