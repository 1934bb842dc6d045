package dev.moltbot.app.command;

import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.wire.ApiCalls;

/** For a command without a record: says what the guard kept in, and nothing of other calls. */
final class RefusalsSaid implements ApiCalls {
  private final Output output;

  RefusalsSaid(Output output) {
    this.output = output;
  }

  @Override
  public void record(Call call) {}

  @Override
  public void refused(Refusal refusal) {
    output
        .talk()
        .println(
            "Kept in by the allow-list: "
                + refusal
                + ". Nothing was sent; docs/egress.md says how to allow it.");
  }
}
