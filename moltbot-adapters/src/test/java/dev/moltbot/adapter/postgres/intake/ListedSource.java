package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource;
import java.util.List;

/** An export of these messages and people. */
record ListedSource(
    String contentKey, AccountId account, List<InboundMessage> messages, List<Identity> people)
    implements HistorySource {

  @Override
  public String format() {
    return "listed";
  }

  @Override
  public String name() {
    return "listed.txt";
  }

  @Override
  public long size() {
    return messages.size();
  }

  @Override
  public HistoryBatch read(Cursor from, int limit, Known known) {
    int start = from.atStart() ? 0 : Integer.parseInt(from.value());
    int end = Math.min(messages.size(), start + limit);
    List<InboundMessage> all = messages.subList(start, end);
    var stored = known.among(all.stream().map(InboundMessage::id).toList());
    return new HistoryBatch(
        all.stream().filter(one -> !stored.contains(one.id())).toList(),
        stored.size(),
        start == 0 ? people : List.of(),
        List.of(),
        start == 0 ? List.of(new HistoryBatch.Skipped("an announcement", 2)) : List.of(),
        new Cursor("" + end),
        end,
        end < messages.size());
  }

  @Override
  public void close() {}
}
