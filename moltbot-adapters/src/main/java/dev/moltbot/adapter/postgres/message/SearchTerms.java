package dev.moltbot.adapter.postgres.message;

import dev.moltbot.port.Timeline.Holding;
import dev.moltbot.port.Timeline.Wanted;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a message is found by besides its words, and questions in the index's own language. One
 * index answers for words and conditions together, so that a rare condition makes a common word
 * cheap.
 */
final class SearchTerms {
  /** What the owner wrote. */
  static final String MINE = "f=";

  /** Most words of one question; the rest is left out. */
  private static final int MAX_WORDS = 20;

  private SearchTerms() {}

  static String channel(String name) {
    return "c=" + name;
  }

  static String handle(long id) {
    return "h=" + id;
  }

  static String month(YearMonth month) {
    return "m=" + month;
  }

  static String has(Holding what) {
    return "a=" + what.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The question; empty when it asks for nothing.
   *
   * @param handles of those it must be from, if it must
   */
  static String query(Wanted wanted, Collection<Long> handles) {
    var terms = new ArrayList<>(words(wanted.words()).stream().map(SearchTerms::term).toList());
    if (wanted.mine()) {
      terms.add(quoted(MINE));
    }
    if (!wanted.from().isEmpty()) {
      // A person without a handle wrote nothing: nothing has the number 0.
      terms.add(any(Stream.concat(Stream.of(0L), handles.stream()).map(SearchTerms::handle)));
    }
    if (!wanted.channels().isEmpty()) {
      terms.add(any(wanted.channels().stream().map(one -> channel(one.value()))));
    }
    wanted.has().forEach(one -> terms.add(quoted(has(one))));
    return String.join(" & ", terms);
  }

  /**
   * A word asked for.
   *
   * @param prefix whether any ending will do
   */
  record Word(String word, boolean prefix) {
    boolean matches(String other) {
      return prefix ? other.startsWith(word) : other.equals(word);
    }
  }

  static List<Word> words(String question) {
    return SearchWords.spans(question, MAX_WORDS).stream()
        .map(span -> new Word(span.word(), starred(question, span.end())))
        .toList();
  }

  private static boolean starred(String question, int end) {
    return end < question.length() && question.charAt(end) == '*';
  }

  private static String term(Word word) {
    return quoted(word.word()) + (word.prefix() ? ":*" : "");
  }

  static String any(Stream<String> terms) {
    return terms.map(SearchTerms::quoted).collect(Collectors.joining(" | ", "(", ")"));
  }

  /** A message's words, as the database reads a {@code tsvector}. */
  static String vector(Collection<String> words) {
    var vector = new StringBuilder();
    words.forEach(word -> vector.append(quoted(word)).append(' '));
    return vector.toString();
  }

  private static String quoted(String term) {
    // Words have neither sign, and there are thousands of them.
    boolean plain = term.indexOf('\'') < 0 && term.indexOf('\\') < 0;
    return "'" + (plain ? term : term.replace("\\", "\\\\").replace("'", "''")) + "'";
  }
}
