package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.SampleFile;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource.Known;
import dev.moltbot.port.Quarantined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a whole export comes to. */
record ReadChat(
    List<InboundMessage> messages, List<Quarantined> quarantined, Map<String, Long> skipped) {
  static final ExportOptions NOBODY = new ExportOptions(Set.of(), "", ZoneOffset.UTC);

  static ReadChat of(String name, String... lines) {
    return of(SampleFile.of(name, String.join("\n", lines)), NOBODY);
  }

  static ReadChat of(ExportFile file, ExportOptions options) {
    return of(new WhatsappChat(), file, options);
  }

  static ReadChat of(ExportFormat format, ExportFile file, ExportOptions options) {
    var all = new ReadChat(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    try (var source = format.open(file, options)) {
      HistoryBatch batch = source.read(Cursor.START, 7, Known.NOTHING);
      all.add(batch);
      while (batch.more()) {
        batch = source.read(batch.next(), 7, Known.NOTHING);
        all.add(batch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static ExportOptions me(String... names) {
    return new ExportOptions(Set.of(names), "", ZoneOffset.UTC);
  }

  static ExportOptions in(String zone) {
    return new ExportOptions(Set.of(), "", ZoneId.of(zone));
  }

  private void add(HistoryBatch batch) {
    messages.addAll(batch.messages());
    quarantined.addAll(batch.quarantined());
    batch.skipped().forEach(each -> skipped.merge(each.reason(), each.count(), Long::sum));
  }

  /** As "2024-12-10T14:30:00Z Ada: Hello", lines parted by a stroke. */
  List<String> said() {
    return messages.stream().map(ReadChat::said).toList();
  }

  private static String said(InboundMessage message) {
    String time = message.sentAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    String text = message.content().text().reveal().replace("\n", "|");
    return time + " " + name(message) + ": " + text;
  }

  private static String name(InboundMessage message) {
    String name = message.sender().name().reveal();
    return name.isEmpty() ? message.sender().address().value() : name;
  }

  long with(Trait trait) {
    return messages.stream().filter(message -> message.has(trait)).count();
  }

  long announcements() {
    return skipped.getOrDefault(Pending.Announcement.REASON, 0L);
  }

  List<String> ids() {
    return messages.stream().map(message -> message.id().nativeId()).toList();
  }
}
