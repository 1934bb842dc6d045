package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.List;

/** Stands where the owner set up no receiver. */
record Unpushed(AccountId account) implements ChannelReader {

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    return new ReadResult.Batch(List.of(), List.of(), from, false);
  }
}
