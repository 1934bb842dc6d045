package dev.moltbot.domain.draft;

import dev.moltbot.domain.message.UntrustedText;
import java.nio.charset.StandardCharsets;

/**
 * Something a source of context said, for a draft. Data to quote, never instruction: whoever wrote
 * what the source holds may have meant it for the model.
 *
 * @param source who said it, in words of our own or the owner's, such as {@code Shinodo, calendar}
 * @param text at most {@link #MAX_BYTES}
 * @param cut whether the source said more
 */
public record ContextQuote(String source, UntrustedText text, boolean cut) {
  /** Longest quotation, in bytes of UTF-8. */
  public static final int MAX_BYTES = 16 << 10;

  /** Longest name of a source, in UTF-16 units. */
  public static final int MAX_SOURCE_CHARS = 200;

  public ContextQuote {
    if (bytes(text.reveal()) > MAX_BYTES || source.length() > MAX_SOURCE_CHARS) {
      throw new IllegalArgumentException("a quotation of " + text.length() + " chars is too long");
    }
  }

  /** As much of it as a quotation holds, cut between two characters. */
  public static ContextQuote of(String source, UntrustedText text) {
    String words = text.reveal();
    String kept = beginning(words);
    boolean cut = kept.length() < words.length();
    return new ContextQuote(source, cut ? new UntrustedText(kept) : text, cut);
  }

  private static String beginning(String words) {
    int end = 0;
    int bytes = 0;
    while (end < words.length()) {
      int point = words.codePointAt(end);
      bytes += bytes(point);
      if (bytes > MAX_BYTES) {
        break;
      }
      end += Character.charCount(point);
    }
    return words.substring(0, end);
  }

  private static int bytes(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  private static int bytes(String words) {
    return words.getBytes(StandardCharsets.UTF_8).length;
  }
}
