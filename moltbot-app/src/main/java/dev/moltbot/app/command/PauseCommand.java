package dev.moltbot.app.command;

import dev.moltbot.port.Pause;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code moltbot pause}. */
@Command(
    name = "pause",
    description = "Stop reading, drafting and sending until resumed. Outlives a restart.")
final class PauseCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          var now = moltbot.part(InstantSource.class).instant();
          moltbot.part(Pause.class).pause("command line", now);
          shared.say(
              Map.of("paused", true),
              "Paused: nothing is read, drafted or sent. Go on with: moltbot resume");
          return Exit.OK;
        });
  }
}
