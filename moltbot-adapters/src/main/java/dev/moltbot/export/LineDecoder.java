package dev.moltbot.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of lines to characters. A line that is no UTF-8 is Windows text; the first such line tells
 * whether Cyrillic or Western, so that one file is in one charset.
 */
final class LineDecoder {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private @Nullable Charset windows;

  String decode(LineBytes line) {
    if (ascii(line.bytes(), line.size())) {
      return clean(new String(line.bytes(), 0, line.size(), StandardCharsets.ISO_8859_1));
    }
    // What was cut may end within a character; that is no sign of another charset.
    int size = line.cut() ? wholeCharacters(line) : line.size();
    try {
      return clean(utf8.decode(ByteBuffer.wrap(line.bytes(), 0, size)).toString());
    } catch (CharacterCodingException e) {
      return clean(new String(line.bytes(), 0, line.size(), windows(line)));
    }
  }

  private static boolean ascii(byte[] bytes, int size) {
    for (int i = 0; i < size; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static int wholeCharacters(LineBytes line) {
    int size = line.size();
    for (int back = 1; back <= 4 && back <= size; back++) {
      if ((line.bytes()[size - back] & 0xC0) != 0x80) {
        return size - back;
      }
    }
    return size;
  }

  private Charset windows(LineBytes line) {
    Charset known = windows;
    if (known == null) {
      known = neighbours(line) ? CYRILLIC : WESTERN;
      windows = known;
    }
    return known;
  }

  /** Cyrillic words are foreign bytes side by side; Western ones have single accents. */
  private static boolean neighbours(LineBytes line) {
    int foreign = 0;
    int beside = 0;
    for (int i = 0; i < line.size(); i++) {
      if (letter(line.bytes()[i])) {
        foreign++;
        beside += i > 0 && letter(line.bytes()[i - 1]) ? 1 : 0;
      }
    }
    return 2 * beside >= foreign;
  }

  private static boolean letter(byte b) {
    return (b & 0xFF) >= 0xB3;
  }

  private static String clean(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
