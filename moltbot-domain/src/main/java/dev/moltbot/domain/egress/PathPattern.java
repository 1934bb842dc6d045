package dev.moltbot.domain.egress;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as the list writes it: {@code {id}} stands for one segment, {@code {MOLTBOT_A_TOKEN}} for
 * the value of that setting, {@code /**} at the end for anything below. Everything else is meant
 * literally, and nothing encoded is ever equal to it.
 */
public record PathPattern(String text) {
  /** Longest pattern, in characters. */
  public static final int MAX_CHARS = 200;

  /** What a segment may be: no slash, no percent sign, and no dots alone. */
  private static final String SEGMENT = "[A-Za-z0-9_=~-][A-Za-z0-9._=~-]*";

  /** A bot's token: its number, a colon, letters. */
  private static final String TOKEN = "[0-9]{1,20}:[A-Za-z0-9_-]{3,128}";

  private static final Pattern FORM =
      Pattern.compile("(/([A-Za-z0-9._-]|\\{[a-z]+\\}|\\{[A-Z][A-Z0-9_]*\\})*)*(/\\*\\*)?");

  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9_]+)\\}");

  public PathPattern {
    if (!isPath(text)) {
      throw new IllegalArgumentException("not a path of the allow-list");
    }
  }

  static boolean isPath(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_CHARS
        && !text.contains("//")
        && !text.contains("..")
        && FORM.matcher(text).matches();
  }

  /** Whether that path, without its query, is meant. */
  public boolean matches(String path) {
    return Pattern.matches(body(), path);
  }

  /** An extended regular expression of POSIX for a path with or without a query. */
  public String regex() {
    return "^" + body() + "(\\?.*)?$";
  }

  /** The setting whose value stands in the path; empty without one. */
  public String setting() {
    Matcher hole = HOLE.matcher(text);
    return hole.find() && Character.isUpperCase(hole.group(1).charAt(0)) ? hole.group(1) : "";
  }

  private String body() {
    boolean below = text.endsWith("/**");
    String shown = below ? text.substring(0, text.length() - 3) : text;
    var expression = new StringBuilder();
    Matcher hole = HOLE.matcher(shown);
    int from = 0;
    while (hole.find()) {
      expression.append(literally(shown.substring(from, hole.start())));
      expression.append(Character.isUpperCase(hole.group(1).charAt(0)) ? TOKEN : SEGMENT);
      from = hole.end();
    }
    expression.append(literally(shown.substring(from)));
    return below ? expression + "(/[A-Za-z0-9_.=~/-]*)?" : expression.toString();
  }

  private static String literally(String text) {
    return text.replace(".", "\\.");
  }

  @Override
  public String toString() {
    return text;
  }
}
