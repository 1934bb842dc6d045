package dev.moltbot.adapter.telegramexport;

import dev.moltbot.domain.contact.Identity;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a whole export comes to. */
record ReadExport(
    List<InboundMessage> messages,
    List<Identity> people,
    List<Quarantined> quarantined,
    Map<String, Long> skipped) {
  static final ExportOptions NOBODY = new ExportOptions(Set.of(), "DE", ZoneOffset.UTC);

  static ReadExport of(String json) {
    return of(new TelegramJson(), SampleFile.of("result.json", json), NOBODY);
  }

  static ReadExport of(ExportFormat format, ExportFile file, ExportOptions options) {
    var all =
        new ReadExport(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    try (var source = format.open(file, options)) {
      HistoryBatch batch = source.read(Cursor.START, 3, Known.NOTHING);
      all.add(batch);
      while (batch.more()) {
        batch = source.read(batch.next(), 3, Known.NOTHING);
        all.add(batch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(HistoryBatch batch) {
    messages.addAll(batch.messages());
    people.addAll(batch.people());
    quarantined.addAll(batch.quarantined());
    batch.skipped().forEach(each -> skipped.merge(each.reason(), each.count(), Long::sum));
  }

  /** As "2024-12-10T14:30:00Z Ada: Hello". */
  List<String> said() {
    return messages.stream().map(ReadExport::said).toList();
  }

  private static String said(InboundMessage message) {
    String name = message.sender().name().reveal();
    return message.sentAt() + " " + name + ": " + message.content().text().reveal();
  }

  List<String> ids() {
    return messages.stream().map(message -> message.id().nativeId()).toList();
  }

  List<String> writers() {
    return messages.stream().map(message -> message.sender().address().value()).toList();
  }

  long with(Trait trait) {
    return messages.stream().filter(message -> message.has(trait)).count();
  }
}
