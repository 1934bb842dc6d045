package dev.moltbot.domain.draft;

import dev.moltbot.domain.text.InvisibleText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Words that may go out: NFC, nothing invisible, bounded, not blank. What the owner reads is then
 * all there is to read.
 */
public record DraftText(String value) {
  /** Longest text any draft may carry, in UTF-8 bytes; channels have lower limits of their own. */
  public static final int MAX_BYTES = 30_000;

  public DraftText {
    if (value.isBlank()) {
      throw new IllegalArgumentException("draft text is blank");
    }
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException("draft is " + bytes + " bytes, limit " + MAX_BYTES);
    }
    if (!value.equals(cleaned(value))) {
      throw new IllegalArgumentException("draft text is not clean; use DraftText.cleaned");
    }
  }

  /**
   * The words as they would go out: line ends made {@code \n}, composed (NFC), invisible characters
   * and outer white space removed. May be blank or too long.
   */
  public static String cleaned(String words) {
    String lines = words.replace("\r\n", "\n").replace('\r', '\n');
    return Normalizer.normalize(InvisibleText.removeFrom(lines), Normalizer.Form.NFC).strip();
  }

  /** Whether the words, once cleaned, can be a draft. */
  public static boolean fits(String words) {
    String cleaned = cleaned(words);
    return !cleaned.isBlank() && cleaned.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  /** Cleans the words; blank or too long is an {@link IllegalArgumentException}. */
  public static DraftText of(String words) {
    return new DraftText(cleaned(words));
  }

  /** Never the words: drafts quote private messages. */
  @Override
  public String toString() {
    return "DraftText[" + value.length() + " chars]";
  }
}
