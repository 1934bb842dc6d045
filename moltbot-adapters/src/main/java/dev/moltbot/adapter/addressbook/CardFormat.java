package dev.moltbot.adapter.addressbook;

import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.Origin;
import dev.moltbot.export.TextLines;
import dev.moltbot.port.HistorySource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files of cards (vCard 2.1, 3.0 and 4.0), as many in one file as there are. */
final class CardFormat implements ExportFormat {
  private static final int HEAD_BYTES = 4 << 10;

  @Override
  public String name() {
    return "vcard";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    try (TextLines lines = TextLines.of(new ByteArrayInputStream(file.head(HEAD_BYTES)))) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().text().isBlank()) {
          return CardText.begins(line.get().text());
        }
      }
      return false;
    }
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    String key = ContentKeys.of(file, name(), Book.VERSION, options.region());
    return new ExportSource(
        new Origin(name(), file.name(), key, Book.ACCOUNT, file.bytes()),
        () -> new Reader(new CardLines(TextLines.of(file)), new CardMeaning(options.region())));
  }

  private record Reader(CardLines cards, CardMeaning meaning) implements EntryReader {

    @Override
    public Optional<Entry> next() throws IOException {
      return cards.next().map(this::entry);
    }

    private Entry entry(RawCard card) {
      return card.trouble().isEmpty() ? meaning.of(card) : unreadable(card, card.trouble());
    }

    @Override
    public long done() {
      return cards.done();
    }

    @Override
    public void close() throws IOException {
      cards.close();
    }
  }

  static Entry unreadable(RawCard card, String reason) {
    byte[] head = card.text().getBytes(StandardCharsets.UTF_8);
    return new Entry.Unreadable(card.line(), reason, head);
  }
}
