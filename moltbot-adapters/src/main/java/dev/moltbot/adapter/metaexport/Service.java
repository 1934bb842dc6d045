package dev.moltbot.adapter.metaexport;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.Entry;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.OneEntry;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Whose file it is: both write the same shapes, so little things tell. */
enum Service {
  INSTAGRAM,
  FACEBOOK;

  private static final int HEAD_BYTES = 64 << 10;

  AccountId account() {
    return new AccountId(new ChannelId(name().toLowerCase(Locale.ROOT)), "import");
  }

  /** By the folder, else by what only Facebook writes. */
  static Service of(ExportFile file) throws IOException {
    String path = file.name().toLowerCase(Locale.ROOT);
    if (path.contains("instagram")) {
      return INSTAGRAM;
    }
    String head = head(file);
    boolean facebook =
        path.contains("facebook")
            || path.contains("messenger")
            || head.contains("facebook")
            || head.contains("\"senderName\"")
            || head.matches("(?s).*\"type\"\\s*:\\s*\"(Generic|Share|Call)\".*");
    return facebook ? FACEBOOK : INSTAGRAM;
  }

  /** A file that is known and of which nothing is kept: counted as left out, with the reason. */
  static HistorySource leftOut(ExportFile file, String format, String why) throws IOException {
    String key = ContentKeys.of(file, format, 1);
    var origin = new Origin(format, file.name(), key, of(file).account(), file.bytes());
    return new ExportSource(origin, () -> new OneEntry(new Entry.LeftOut(why)));
  }

  static String head(ExportFile file) throws IOException {
    return new String(file.head(HEAD_BYTES), StandardCharsets.UTF_8);
  }
}
