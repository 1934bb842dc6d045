package dev.moltbot.app.command;

import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.adapter.tokens.TokensConfig;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Gateway;
import dev.moltbot.wire.HttpClients;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code moltbot tokens}: not for a person's hands, but for the container beside the sandbox. */
@Command(
    name = "tokens",
    hidden = true,
    description = {
      "Hold Gmail's refresh token, and hand out access tokens until stopped.",
      "For the container of that name; see docs/security.md."
    })
final class TokensCommand implements Callable<Integer> {
  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where to listen; default: ${DEFAULT-VALUE}.")
  private String listen = "";

  private final Output output = Output.standard();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    var kept = Installed.kept(environment, List.of());
    var settings = new Settings(kept.values());
    TokensConfig config = TokensConfig.from(settings, listen);
    Gateway gateway = GatewayConfig.from(settings, environment.workspace().home());
    var problems = new ArrayList<>(environment.problems());
    problems.addAll(kept.problems());
    problems.addAll(settings.problems());
    if (!problems.isEmpty()) {
      problems.forEach(output.talk()::println);
      return Exit.CONFIG;
    }
    return serve(config, gateway);
  }

  /** Ends with the process: nothing is held that would have to be put away. */
  private int serve(TokensConfig config, Gateway gateway) throws IOException, InterruptedException {
    var clients =
        new HttpClients(new RefusalsSaid(output), System::nanoTime, HttpClients.BROKER, gateway);
    Closeable broker = config.serve(clients, InstantSource.system());
    try {
      output.talk().println("The broker listens: " + config + ". Stop it with Ctrl-C.");
      new CountDownLatch(1).await();
    } finally {
      broker.close();
    }
    return Exit.OK;
  }
}
