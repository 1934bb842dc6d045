package dev.moltbot.export;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource.Known;
import dev.moltbot.port.Quarantined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A batch while it is filled. */
final class EntryBatch {
  /** What was left out counts for little: it is stored as a number. */
  private static final int LEFT_OUT_PER_ENTRY = 100;

  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<Identity> people = new ArrayList<>();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private long chars;
  private long leftOut;
  private long line;

  void add(InboundMessage message) {
    messages.add(message);
    chars += message.content().text().length();
  }

  void add(Identity identity) {
    people.add(identity);
  }

  void add(Quarantined unreadable, long at) {
    quarantined.add(unreadable);
    chars += unreadable.bytes();
    line = at;
  }

  void note(String words) {
    skipped.merge(words, 0L, Long::sum);
  }

  void leaveOut(String reason) {
    skipped.merge(reason, 1L, Long::sum);
    leftOut++;
  }

  /** The last line that was set aside. */
  long line() {
    return line;
  }

  boolean fits(int limit) {
    long entries = (long) messages.size() + people.size() + quarantined.size();
    return entries + leftOut / LEFT_OUT_PER_ENTRY < limit && chars < ExportLimits.MAX_BATCH_CHARS;
  }

  /** Without the messages that are known: an entry has no name before it is read. */
  HistoryBatch finish(Known known, Cursor next, long done, boolean more) {
    Set<MessageId> stored = known.among(messages.stream().map(InboundMessage::id).toList());
    var fresh = messages.stream().filter(one -> !stored.contains(one.id())).toList();
    long old = (long) messages.size() - fresh.size();
    var reasons =
        skipped.entrySet().stream()
            .map(each -> new HistoryBatch.Skipped(each.getKey(), each.getValue()))
            .toList();
    return new HistoryBatch(fresh, old, people, quarantined, reasons, next, done, more);
  }
}
