package dev.moltbot.app.command;

import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Spelling;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.Login;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.HttpClients;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot channels login}. */
@Command(
    name = "login",
    description = {
      "Get a channel's credential together with you, and keep it in the channel's own folder.",
      "Run it on the machine with your browser or phone, outside of any sandbox."
    })
final class ChannelsLoginCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "NAME", description = "The channel, such as gmail.")
  private String name = "";

  @Option(
      names = "--open",
      description = "Open the page in your browser instead of only naming it.")
  private boolean open;

  @Option(
      names = "--qr-file",
      paramLabel = "FILE",
      description = "Also put the code to scan into this file, as a picture (SVG).")
  private @Nullable Path qrFile;

  @Override
  public Integer call() throws InterruptedException {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    var settings = new Settings(environment.values());
    Gateway gateway = GatewayConfig.from(settings, environment.workspace().home());
    var problems = new ArrayList<>(environment.problems());
    problems.addAll(settings.problems());
    if (!problems.isEmpty()) {
      problems.forEach(shared.output().talk()::println);
      return Exit.CONFIG;
    }
    var trusted = Installed.trusted(environment.workspace()).channels();
    List<Channel> all = Stream.concat(Installed.CHANNELS.stream(), trusted.stream()).toList();
    Optional<Channel> channel = all.stream().filter(one -> one.name().equals(name)).findFirst();
    if (channel.isEmpty()) {
      List<String> names = all.stream().map(Channel::name).toList();
      String meant = Spelling.closest(name, names).map(n -> " Did you mean " + n + "?").orElse("");
      shared.output().talk().println("No channel is called " + name + "." + meant);
      return Exit.USAGE;
    }
    return said(channel.get(), walk(channel.get(), environment, gateway));
  }

  private Login.Outcome walk(Channel channel, Environment environment, Gateway gateway)
      throws InterruptedException {
    var world =
        new Login.World(
            new Settings(environment.values()).only(channel.settings()),
            new StateFolders(environment.workspace().channels()),
            new HttpClients(
                new RefusalsSaid(shared.output()), System::nanoTime, HttpClients.MOLTBOT, gateway),
            InstantSource.system(),
            System::nanoTime,
            new SecureRandom());
    var screen =
        new TerminalSteps.Screen(shared.output().talk(), shared.columns(), shared.colours());
    try (var steps = new TerminalSteps(screen, open, qrFile)) {
      return channel.login().walk(world, steps);
    }
  }

  private int said(Channel channel, Login.Outcome outcome) {
    return switch (outcome) {
      case Login.Outcome.Stored stored -> {
        shared.say(
            Map.of("channel", channel.name(), "stored", stored.where()),
            "Done. It is kept in " + stored.where());
        shared.remark(
            "Try it with: moltbot channels --probe. A running moltbot takes it after a restart.");
        yield Exit.OK;
      }
      case Login.Outcome.Failed failed -> {
        shared.output().talk().println("Not done: " + failed.reason() + ".");
        shared.output().talk().println("To do: " + failed.remedy());
        yield Exit.FINDINGS;
      }
    };
  }
}
