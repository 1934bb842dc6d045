package dev.moltbot.mime;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CSS declarations brought to one spelling: lower case, no comments, no escapes, no blanks. */
final class CssText {
  private static final Pattern COMMENT_OR_BLANKS = Pattern.compile("/\\*.*?\\*/|\\s+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-f]{1,6})\\s?|(.))");

  private CssText() {}

  static String tidy(String css) {
    String lower = css.toLowerCase(Locale.ROOT);
    String plain =
        lower.indexOf('\\') < 0 ? lower : ESCAPE.matcher(lower).replaceAll(CssText::unescaped);
    return COMMENT_OR_BLANKS.matcher(plain).replaceAll("");
  }

  private static String unescaped(MatchResult escape) {
    if (escape.group(1) == null) {
      return Matcher.quoteReplacement(escape.group(2));
    }
    int c = Integer.parseInt(escape.group(1), 16);
    return c > ' ' && c < 0x7f ? Matcher.quoteReplacement(String.valueOf((char) c)) : "";
  }
}
