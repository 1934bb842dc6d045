package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.SafeText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, as they are indexed and as they are asked for: without case and accents, in
 * any script. An apostrophe joins what it stands between; scripts without gaps give a word a sign.
 */
final class SearchWords {
  /** Most different words of one text; the rest is not found. */
  static final int MAX_WORDS = 20_000;

  /** Longest word, in UTF-16 units; of a longer one the beginning counts. */
  static final int MAX_CHARS = 40;

  /** No character before it is a mark; most text has none after it. */
  private static final int FIRST_MARK = 0x300;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SearchWords() {}

  /** A word, and where in the text it stands. */
  record Span(String word, int start, int end) {}

  /** The different words of some texts, at most {@link #MAX_WORDS} of them. */
  static Set<String> of(String... texts) {
    var words = new LinkedHashSet<String>();
    for (String text : texts) {
      Span span = next(text, 0);
      while (span != null && words.size() < MAX_WORDS) {
        add(text, span, words);
        span = next(text, span.end());
      }
    }
    return words;
  }

  /** All words in their order, for finding the place of one. */
  static List<Span> spans(String text, int limit) {
    var spans = new ArrayList<Span>();
    Span span = next(text, 0);
    while (span != null && spans.size() < limit) {
      spans.add(span);
      span = next(text, span.end());
    }
    return spans;
  }

  /** With the parts that an apostrophe joins: who asks for "amour" means "l'amour", too. */
  private static void add(String text, Span span, Set<String> words) {
    words.add(span.word());
    int part = span.start();
    for (int i = span.start(); i < span.end(); i++) {
      if (apostrophe(text.charAt(i))) {
        words.add(folded(text.substring(part, i)));
        part = i + 1;
      }
    }
    if (part > span.start() && part < span.end()) {
      words.add(folded(text.substring(part, span.end())));
    }
  }

  private static @Nullable Span next(String text, int from) {
    int start = from;
    while (start < text.length() && !inWord(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    if (start >= text.length()) {
      return null;
    }
    int end = end(text, start);
    String word = folded(text.substring(start, end));
    // Marks alone fold to nothing, and nothing cannot be asked for.
    return word.isEmpty() ? next(text, end) : new Span(word, start, end);
  }

  private static int end(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    if (alone(text.codePointAt(start))) {
      return end;
    }
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean joins =
          apostrophe(c) && end + 1 < text.length() && Character.isLetter(text.codePointAt(end + 1));
      if (alone(c) || !(inWord(c) || joins)) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean inWord(int c) {
    return Character.isLetterOrDigit(c)
        || (c >= FIRST_MARK && Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private static boolean apostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u02bc';
  }

  /** Chinese, Japanese and Thai write no gaps between words. */
  private static boolean alone(int c) {
    return c >= 0x0E00
        && switch (Character.UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, THAI -> Character.isLetter(c);
          default -> false;
        };
  }

  /** One word as it is indexed. */
  static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String plain =
        ascii(lower) ? lower : unmarked(lower).replace("\u2019", "").replace("\u02bc", "");
    String joined = plain.replace("'", "");
    return joined.length() <= MAX_CHARS ? joined : SafeText.of(joined.substring(0, MAX_CHARS));
  }

  private static String unmarked(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean ascii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
