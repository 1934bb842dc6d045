package dev.moltbot.app.command;

import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.AuditLog;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code moltbot audit reviewed}. */
@Command(
    name = "reviewed",
    description = {
      "Say that you have read the log: moltbot audit tail, or actions.log.",
      "It goes on record; moltbot security audit reminds you a week later."
    })
final class AuditReviewedCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Override
  public Integer call() {
    return Opened.with(shared.output().talk(), this::note);
  }

  private int note(Moltbot moltbot) {
    long last =
        moltbot.part(AuditLog.class).tail(1).stream()
            .mapToLong(entry -> entry.sequence())
            .findFirst()
            .orElse(0);
    moltbot.note(new AuditEvent.LogReviewed(last));
    shared.say(Map.of("reviewed", last), "On record: you have read it up to entry " + last + ".");
    return Exit.OK;
  }
}
