package dev.moltbot.domain.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why two may be one person, in words. Says what agrees, never the values. */
final class Reasons {
  /** What moves the odds by less than this factor of two is not worth a word. */
  private static final double WORTH_SAYING = 1;

  /** Bits of an agreement that one in five hundred strangers has. */
  private static final double RARE = 9;

  private Reasons() {}

  private record Said(String words, double worth) {}

  /** What speaks for it, the weightiest first, then what speaks against it. */
  static List<String> of(Comparison comparison, Weights weights, Population population) {
    List<Said> all =
        Stream.of(Field.values())
            .filter(field -> comparison.level(field) != null)
            .map(field -> said(field, comparison, weights.worth(field, comparison, population)))
            .filter(one -> Math.abs(one.worth()) >= WORTH_SAYING)
            .sorted(Comparator.comparingDouble(Said::worth).reversed())
            .toList();
    var words = new ArrayList<>(all.stream().map(Said::words).toList());
    if (comparison.namesSwapped()) {
      words.add("given and family name stand the other way round");
    }
    return words;
  }

  private static Said said(Field field, Comparison comparison, double worth) {
    String name = word(field);
    Level level = comparison.level(field);
    String words =
        switch (level == null ? Level.DIFFERENT : level) {
          case SAME -> worth > RARE ? "same " + name + ", a rare one" : "same " + name;
          case SPELLED -> spelled(field, name);
          case CLOSE -> name + " nearly the same";
          case FAINT -> name + " a little alike";
          case DIFFERENT -> "but another " + name;
        };
    return new Said(words, worth);
  }

  private static String spelled(Field field, String name) {
    return switch (field.kind()) {
      case NAME -> "same " + name + " in another form";
      case MAILBOX -> name + " nearly the same or elsewhere";
      case DATE, DIGITS, WORDS -> name + " differs by one slip";
    };
  }

  private static String word(Field field) {
    return switch (field) {
      case GIVEN -> "given name";
      case FAMILY -> "family name";
      case EMAIL -> "e-mail address";
      case PHONE -> "phone number";
      default -> field.name().toLowerCase(Locale.ROOT);
    };
  }
}
