package dev.moltbot.app.command;

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
    return Brake.turn(
        shared, true, "Paused: nothing is read, drafted or sent. Go on with: moltbot resume");
  }
}
