package dev.moltbot.app.command;

import dev.moltbot.port.Pause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What {@code pause} and {@code resume} have in common. */
final class Brake {
  private static final String BY = "command line";

  private Brake() {}

  static int turn(Shared shared, boolean paused, String words) {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          Pause pause = moltbot.part(Pause.class);
          Instant now = moltbot.part(InstantSource.class).instant();
          if (paused) {
            pause.pause(BY, now);
          } else {
            pause.resume(BY, now);
          }
          shared.say(Map.of("paused", paused), words);
          return Exit.OK;
        });
  }
}
