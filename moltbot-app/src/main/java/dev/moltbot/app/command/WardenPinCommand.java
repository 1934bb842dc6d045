package dev.moltbot.app.command;

import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.warden.PinFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code moltbot warden pin}: for the owner, outside the sandbox, after a key has changed. */
@Command(
    name = "pin",
    description = "Write the digests of your keys and your chat, which the gateway lets through.")
final class WardenPinCommand implements Callable<Integer> {
  @Option(
      names = "--list",
      defaultValue = "security/allow-list",
      description = "The allow-list (default: ${DEFAULT-VALUE}).")
  private Path list = Path.of("");

  @Option(
      names = "--to",
      defaultValue = "security/gateway/pins/pins",
      description = "The file (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Output output = Output.standard();
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    try {
      AllowList allowed = AllowList.parse(Files.readString(list)).list();
      List<String> pinned = PinFile.write(allowed, environment.values(), file);
      output.data().println("Pinned in " + file + ": " + String.join(", ", pinned));
      output.talk().println("Restart the gateway, and it lets these through and no others.");
      return pinned.isEmpty() ? Exit.CONFIG : Exit.OK;
    } catch (IOException e) {
      output.talk().println("Nothing was pinned, and the gateway goes on as it was: " + e);
      return Exit.FINDINGS;
    }
  }
}
