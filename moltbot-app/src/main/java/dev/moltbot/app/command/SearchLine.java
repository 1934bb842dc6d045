package dev.moltbot.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed after {@code search}, taken apart: words, and conditions such as {@code from:"Anna
 * Bell"} or {@code before:2026-01}. An unknown word before a colon is a word like any.
 */
record SearchLine(String words, List<Condition> conditions) {
  private static final Pattern PART = Pattern.compile("(?:[^\\s\"]*\"[^\"]*\")|\\S+");

  SearchLine {
    conditions = List.copyOf(conditions);
  }

  /** What can be asked besides words. */
  enum Kind {
    FROM,
    CHANNEL,
    BEFORE,
    AFTER,
    HAS
  }

  /** One of them, and what is asked of it. */
  record Condition(Kind kind, String value) {}

  /**
   * Takes arguments apart.
   *
   * @param arguments as the shell gave them: quotes may be gone, as of {@code from:"Anna Bell"}
   */
  static SearchLine of(List<String> arguments) {
    var words = new ArrayList<String>();
    var conditions = new ArrayList<Condition>();
    for (String argument : arguments) {
      for (String part : parts(argument)) {
        Kind kind = kind(part);
        if (kind == null) {
          words.add(part.replace("\"", ""));
        } else {
          String value = part.substring(part.indexOf(':') + 1);
          conditions.add(new Condition(kind, value.replace("\"", "").strip()));
        }
      }
    }
    return new SearchLine(String.join(" ", words), conditions);
  }

  private static List<String> parts(String argument) {
    var parts = new ArrayList<String>();
    Matcher matcher = PART.matcher(argument);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    boolean one = kind(argument) != null && parts.stream().skip(1).noneMatch(p -> kind(p) != null);
    return one && !argument.contains("\"") ? List.of(argument) : parts;
  }

  private static @Nullable Kind kind(String part) {
    for (Kind kind : Kind.values()) {
      if (part.toLowerCase(Locale.ROOT).startsWith(kind.name().toLowerCase(Locale.ROOT) + ":")) {
        return kind;
      }
    }
    return null;
  }
}
