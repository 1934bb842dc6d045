package dev.moltbot.export;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource;
import dev.moltbot.port.HistorySource.Known;
import dev.moltbot.port.Quarantined;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that sources gave, for tests of formats. */
public final class Reading {
  public final List<InboundMessage> messages = new ArrayList<>();
  public final List<Identity> people = new ArrayList<>();
  public final List<Quarantined> quarantined = new ArrayList<>();
  public final TreeMap<String, Long> skipped = new TreeMap<>();
  public final List<String> unknown = new ArrayList<>();

  private Reading() {}

  /** A small batch at a time, each by a source opened anew: as after a crash. */
  public static Reading of(ExportFormat format, ExportFile file, String... me) throws IOException {
    Reading reading = new Reading();
    Cursor cursor = Cursor.START;
    for (boolean more = true; more; ) {
      try (HistorySource source = format.open(file, options(me))) {
        HistoryBatch batch = source.read(cursor, 3, Known.NOTHING);
        reading.add(batch);
        cursor = batch.next();
        more = batch.more();
      }
    }
    return reading;
  }

  /** All that is found below a path. */
  public static Reading of(List<ExportFormat> formats, Path path, String... me) throws IOException {
    Reading reading = new Reading();
    try (Recognition recognition = new Recognition(formats)) {
      recognition.look(path);
      Set<String> owners = new TreeSet<>();
      for (Recognition.Found found : recognition.found()) {
        owners.addAll(found.format().owners(found.file()));
      }
      ExportOptions options = options(me).and(owners);
      for (Recognition.Found found : recognition.found()) {
        try (HistorySource source = found.format().open(found.file(), options)) {
          reading.all(source);
        }
      }
      recognition.aside().forEach(aside -> reading.unknown.add(aside.name()));
    }
    return reading;
  }

  public static ExportOptions options(String... me) {
    return new ExportOptions(Set.of(me), "UA", ZoneOffset.UTC);
  }

  private void all(HistorySource source) {
    Cursor cursor = Cursor.START;
    for (boolean more = true; more; ) {
      HistoryBatch batch = source.read(cursor, 1_000, Known.NOTHING);
      add(batch);
      cursor = batch.next();
      more = batch.more();
    }
  }

  private void add(HistoryBatch batch) {
    messages.addAll(batch.messages());
    people.addAll(batch.people());
    quarantined.addAll(batch.quarantined());
    batch.skipped().forEach(each -> skipped.merge(each.reason(), each.count(), Long::sum));
  }

  /** How many entries there were in all. */
  public long entries() {
    long left = skipped.values().stream().mapToLong(each -> each).sum();
    return messages.size() + people.size() + quarantined.size() + left;
  }

  public List<String> ids() {
    return messages.stream().map(message -> message.id().nativeId()).sorted().toList();
  }
}
