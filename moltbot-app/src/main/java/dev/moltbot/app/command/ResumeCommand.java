package dev.moltbot.app.command;

import dev.moltbot.port.Pause;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code moltbot resume}. */
@Command(name = "resume", description = "Go on after a pause.")
final class ResumeCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          var now = moltbot.part(InstantSource.class).instant();
          moltbot.part(Pause.class).resume("command line", now);
          shared.say(Map.of("paused", false), "Going on.");
          return Exit.OK;
        });
  }
}
