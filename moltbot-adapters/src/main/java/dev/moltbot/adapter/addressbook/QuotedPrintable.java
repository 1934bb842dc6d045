package dev.moltbot.adapter.addressbook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which charset a card's quoted bytes are when it does not say: old phones did not. */
final class QuotedPrintable {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Pattern RUN = Pattern.compile("(=[0-9A-Fa-f]{2}(=\\n)?){2,}");
  private static final int HEX = 16;

  private QuotedPrintable() {}

  static Charset charset(String card) {
    Matcher runs = RUN.matcher(card);
    while (runs.find()) {
      byte[] bytes = bytes(runs.group().replace("=\n", ""));
      if (!utf8(bytes)) {
        return letters(bytes) ? CYRILLIC : WESTERN;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static byte[] bytes(String run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i + 1 < run.length(); i += 3) {
      bytes.write(Integer.parseInt(run, i, i + 2, HEX));
    }
    return bytes.toByteArray();
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      // A run may begin within a character only when it is no UTF-8 at all.
      return false;
    }
  }

  /** Cyrillic words are high bytes side by side; a Western one has a single accent. */
  private static boolean letters(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high > 1;
  }
}
