package dev.moltbot.adapter.scripted;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Reads the script of one account; the cursor counts messages. */
final class ScriptedReader implements ChannelReader {
  private final AccountId account;
  private final List<InboundMessage> script;

  ScriptedReader(AccountId account, List<InboundMessage> script) {
    this.account = account;
    this.script = script.stream().sorted(Comparator.comparing(InboundMessage::sentAt)).toList();
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    int start = from.atStart() ? 0 : Integer.parseInt(from.value());
    int end = Math.min(script.size(), start + limit);
    var next = new Cursor(Integer.toString(end));
    return new ReadResult.Batch(script.subList(start, end), List.of(), next, end < script.size());
  }
}
