package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.adapter.whatsappexport.Header.Enclosure;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.TextLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front of a text file, by which it is known.
 *
 * @param named whether WhatsApp gave the file its name
 * @param first the front of the first line that is not blank, or null when that is no message
 */
record Beginning(boolean named, @Nullable Header first) {
  private static final int HEAD_BYTES = 16 << 10;
  private static final int MAX_LINES = 50;

  /** Empty for what is no text file, by its name. */
  static Optional<Beginning> of(ExportFile file) throws IOException {
    String name = file.baseName().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".txt")) {
      return Optional.empty();
    }
    byte[] head = file.head(HEAD_BYTES);
    return head.length == 0
        ? Optional.empty()
        : Optional.of(new Beginning(Title.ofPhone(file), first(head)));
  }

  private static @Nullable Header first(byte[] head) throws IOException {
    try (TextLines lines = TextLines.of(new ByteArrayInputStream(head))) {
      for (int n = 0; n < MAX_LINES; n++) {
        var line = lines.next();
        if (line.isEmpty() || !Names.plain(line.get().text()).isEmpty()) {
          return line.flatMap(found -> Headers.of(found.text())).orElse(null);
        }
      }
    }
    return null;
  }

  /** Under another name than WhatsApp's it has to begin with a message, and be no program's log. */
  boolean whatsapp() {
    return named || (first != null && !log(first) && !signal());
  }

  boolean signal() {
    return !named
        && first != null
        && first.enclosure() == Enclosure.BRACKETS
        && first.date().yearFirst()
        && !first.date().slashed()
        && !first.seconds();
  }

  private static boolean log(Header first) {
    return first.enclosure() != Enclosure.BRACKETS
        && first.date().yearFirst()
        && !first.date().slashed()
        && first.seconds();
  }
}
