package dev.moltbot.adapter.telegramexport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Optional;

/**
 * The export that Telegram Desktop makes when nobody chooses: pages for people. It is known only to
 * say what to do instead; it lacks the numbers of people, without which nobody is found again.
 */
final class TelegramHtml implements ExportFormat {
  static final String INSTEAD =
      "a page of Telegram's HTML export, which is not read: export again and choose the format JSON";

  private static final int VERSION = 1;
  private static final int HEAD_BYTES = 4 << 10;

  @Override
  public String name() {
    return "telegram-html";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return file.baseName().matches("(?:messages\\d*|export_results)\\.html")
        && new String(file.head(HEAD_BYTES), UTF_8).contains("<title>Exported Data</title>");
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    String key = ContentKeys.of(file, name(), VERSION);
    var origin = new Origin(name(), file.name(), key, TelegramJson.ACCOUNT, file.bytes());
    return new ExportSource(origin, () -> new Refusal(file.bytes()));
  }

  /** One entry. */
  private static final class Refusal implements EntryReader {
    private final long bytes;
    private boolean told;

    Refusal(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public Optional<Entry> next() {
      boolean again = told;
      told = true;
      return again ? Optional.empty() : Optional.of(new Entry.Unreadable(1, INSTEAD, new byte[0]));
    }

    @Override
    public long done() {
      return told ? bytes : 0;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
