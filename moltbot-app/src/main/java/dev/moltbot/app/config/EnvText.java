package dev.moltbot.app.config;

import dev.moltbot.setting.Setting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets lines in the text of a settings file. Every other line stays as it was, byte for byte. */
final class EnvText {
  /** What every reader of such files takes for itself, without quotes. */
  private static final String PLAIN = "[A-Za-z0-9_./:@%+,=-]*";

  private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

  private EnvText() {}

  /**
   * The text with one setting set: in the line that sets it, else in the line that shows it as an
   * example ({@code #KEY=}), else at the end. A comment with a value of the owner's is kept.
   */
  static String with(String text, Setting setting, String value) {
    List<String> lines = lines(text);
    String assignment = setting.key() + "=" + quoted(value);
    int at = place(lines, setting);
    if (at == lines.size()) {
      return text
          + (text.isEmpty() || text.endsWith("\n") ? "" : end(text))
          + assignment
          + end(text);
    }
    String line = lines.get(at);
    String head = isExample(line, setting) ? assignment : head(line) + quoted(value);
    lines.set(at, head + terminator(line));
    return String.join("", lines);
  }

  /** Whether a value can stand in one line and come back the same. */
  static boolean fits(String value) {
    return value.chars().noneMatch(Character::isISOControl)
        && StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }

  /** In single quotes where it can be: a shell and others take those word for word. */
  static String quoted(String value) {
    if (value.matches(PLAIN)) {
      return value;
    }
    String quote = value.contains("'") && !value.contains("\"") ? "\"" : "'";
    return quote + value + quote;
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(LINE.matcher(text).results().map(found -> found.group()).toList());
  }

  private static int place(List<String> lines, Setting setting) {
    int example = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      if (assigns(lines.get(i), setting.key())) {
        return i;
      }
      if (example == lines.size() && isExample(lines.get(i), setting)) {
        example = i;
      }
    }
    return example;
  }

  /** As {@link EnvFile} reads it. */
  private static boolean assigns(String line, String key) {
    String bare = line.strip();
    String assignment = bare.startsWith("export ") ? bare.substring("export ".length()) : bare;
    int equals = assignment.indexOf('=');
    return equals > 0 && assignment.substring(0, equals).strip().equals(key);
  }

  private static boolean isExample(String line, Setting setting) {
    String bare = line.strip();
    if (!bare.startsWith("#")) {
      return false;
    }
    String shown = bare.substring(1).strip();
    String value = shown.substring(shown.indexOf('=') + 1).strip();
    return assigns(shown, setting.key()) && (value.isEmpty() || value.equals(setting.fallback()));
  }

  private static String head(String line) {
    return line.substring(0, line.indexOf('=') + 1);
  }

  private static String terminator(String line) {
    Matcher end = Pattern.compile("\r?\n$").matcher(line);
    return end.find() ? end.group() : "";
  }

  /** Lines end as the first one does. */
  private static String end(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
