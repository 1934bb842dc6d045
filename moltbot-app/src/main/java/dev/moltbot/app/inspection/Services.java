package dev.moltbot.app.inspection;

import com.google.inject.Module;
import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.claude.ClaudeModule;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.desk.DeskModule;
import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.app.inspection.deep.StrangerDrill;
import dev.moltbot.app.inspection.deep.Tried;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.LoneChannel;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.Doorstep;
import dev.moltbot.port.Doorstep.Named;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.ApiCalls;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks the services themselves, by the way a run would take. Each call goes on record. */
record Services(Scene scene) {
  private static final String TEST =
      "A test of Moltbot's alerts, asked for by: moltbot security audit deep. Nothing is wrong.";

  /** The form of a token, and no more. */
  private static final Secret NOBODYS = Secret.of("1:" + "A".repeat(35));

  /** Which bot it is. */
  Outcome desk(Reading reading) {
    return well(DeskConfig::from, config -> reading.of(health(door(config).name())));
  }

  /** Writes one line to the owner. */
  Outcome alert() {
    return well(
        DeskConfig::from,
        config ->
            door(config).greet(config.chat(), TEST)
                ? Outcome.fine("one was delivered just now")
                : Outcome.found(
                    "it did not arrive", "open the control bot in Telegram and press Start"));
  }

  /** Asks nobody: Telegram is played. The token is not shown to it. */
  Tried strangers() {
    var settings = scene.settings();
    DeskConfig config = DeskConfig.from(settings);
    if (!settings.problems().isEmpty()) {
      return new Tried.NotTried(settings.problems().getFirst());
    }
    Function<URI, DeskConfig> there =
        url -> new DeskConfig(url, NOBODYS, config.owner(), config.chat(), config.zone());
    var clients = new HttpClients(call -> {}, System::nanoTime, HttpClients.MOLTBOT, Gateway.NONE);
    return new StrangerDrill(config.owner(), url -> new DeskModule(there.apply(url)).desk(clients))
        .run();
  }

  Outcome claude(Reading reading) {
    Function<Settings, ClaudeConfig> from = settings -> ClaudeConfig.from(settings, "", Map.of());
    return well(
        from,
        config -> {
          var random = new SecureRandom();
          return reading.of(
              ClaudeModule.check(config, clients(), scene.site().time(), random).check());
        });
  }

  /** Its service, where it is set up. */
  Outcome channel(Channel channel, Reading reading) {
    var settings = scene.settings();
    if (!channel.wanted(settings)) {
      return Outcome.unknown("it is not set up");
    }
    Module module = channel.module().apply(settings);
    if (!settings.problems().isEmpty()) {
      return reading.of(new Health.Missing(String.join("; ", settings.problems()), "correct .env"));
    }
    try (LoneChannel alone = alone(module)) {
      return alone.checks().stream()
          .findFirst()
          .map(check -> reading.of(check.check()))
          .orElseGet(() -> Outcome.unknown("it has no check of its own"));
    } catch (LoneChannel.CannotBuild e) {
      return Outcome.unknown("it can be asked only while Moltbot runs: moltbot channels --probe");
    }
  }

  /** What a service's answer amounts to; who doctors sees it otherwise than who audits. */
  enum Reading {
    /** It has to answer. */
    WORKS {
      @Override
      Outcome of(Health health) {
        return switch (health) {
          case Health.Fine(var detail) -> Outcome.fine(detail);
          case Health.Missing(var what, var remedy) -> Outcome.found(what, remedy);
          case Health.Unreachable(var reason) ->
              Outcome.found(reason, "look at the network and the gateway, then ask again");
        };
      }
    },
    /** Who does not answer proves nothing. */
    SAFE {
      @Override
      Outcome of(Health health) {
        return health instanceof Health.Unreachable(var reason)
            ? Outcome.unknown(reason)
            : WORKS.of(health);
      }
    };

    abstract Outcome of(Health health);
  }

  /** Settings that are wrong are another check's matter. */
  private <T> Outcome well(Function<Settings, T> from, Function<T, Outcome> ask) {
    var settings = scene.settings();
    T config = from.apply(settings);
    return settings.problems().isEmpty()
        ? ask.apply(config)
        : Outcome.unknown(settings.problems().getFirst());
  }

  private static Health health(Named named) {
    return switch (named) {
      case Named.Bot(var name) -> new Health.Fine("the bot is @" + name);
      case Named.Unreachable(var reason) -> new Health.Unreachable(reason);
      case Named.Stopped(var reason, var remedy) -> new Health.Missing(reason, remedy);
    };
  }

  private Doorstep door(DeskConfig config) {
    return DeskModule.doorstep(config, clients());
  }

  private HttpClients clients() {
    Gateway gateway = GatewayConfig.from(scene.settings(), scene.home());
    return new HttpClients(calls(), System::nanoTime, HttpClients.MOLTBOT, gateway);
  }

  private LoneChannel alone(Module channel) {
    var gateway = Installed.gateway(scene.workspace(), scene.settings());
    var folders = new StateFolders(scene.workspace().channels());
    return LoneChannel.of(channel, List.of(gateway), folders, calls());
  }

  /** While Moltbot does not run there is no record that could be added to. */
  private ApiCalls calls() {
    return call -> {
      var event =
          new AuditEvent.ApiCalled(
              call.service(), call.operation(), call.status(), call.took().toMillis());
      try {
        scene.premises().ifPresent(premises -> premises.note(event, scene.now()));
      } catch (StoreUnavailable e) {
        return;
      }
    };
  }
}
