package dev.moltbot.app.command;

import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.trust.Pin;
import dev.moltbot.app.trust.Trust;
import dev.moltbot.domain.audit.AuditEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code moltbot channels untrust}. */
@Command(name = "untrust", description = "Trust a channel's jar no longer.")
final class ChannelsUntrustCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "NAME", description = "The name of its file in channels/.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    var trust = new Trust(environment.workspace(), Installed.keys());
    Optional<Pin> pin = trust.pin(name);
    if (pin.isEmpty()) {
      shared.output().talk().println("No jar of this name is trusted: " + name);
      return Exit.USAGE;
    }
    trust.untrust(name);
    shared.say(
        Map.of("file", name, "trusted", false),
        "No longer trusted. Remove channels/"
            + name
            + ", else the next start stops because of it.");
    return Opened.with(
        shared.output().talk(),
        Set.copyOf(pin.get().settings()),
        moltbot -> {
          moltbot.note(new AuditEvent.ChannelUntrusted(name, pin.get().sha256()));
          return Exit.OK;
        });
  }
}
