package dev.moltbot.adapter.postgres.message;

import dev.moltbot.domain.message.Content;
import java.util.List;

/** The part of a message that shows why it was found. */
final class Excerpt {
  private static final int BEFORE_CHARS = 30;
  private static final int AFTER_CHARS = 90;

  /** Most words that are looked through for the first one asked for. */
  private static final int WORDS = 5_000;

  private final List<SearchTerms.Word> asked;

  Excerpt(List<SearchTerms.Word> asked) {
    this.asked = asked;
  }

  /** From the text, or its beginning where the words are in the subject alone. */
  String of(Content content) {
    String text = content.text().reveal();
    return SearchWords.spans(text, WORDS).stream()
        .filter(span -> asked.stream().anyMatch(word -> word.matches(span.word())))
        .findFirst()
        .map(span -> around(text, span.start()))
        .orElseGet(() -> around(text, 0));
  }

  private static String around(String text, int at) {
    int from = whole(text, Math.max(0, at - BEFORE_CHARS));
    int to = whole(text, Math.min(text.length(), at + AFTER_CHARS));
    String part = text.substring(from, to).strip().replaceAll("\\s+", " ");
    return (from > 0 ? "\u2026" : "") + part + (to < text.length() ? "\u2026" : "");
  }

  /** Not between the halves of a sign. */
  private static int whole(String text, int at) {
    boolean within = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return within ? at - 1 : at;
  }
}
