package dev.moltbot.adapter.whatsappexport;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that stand for a file. By their form, which is the same in all languages: a file's name
 * with a remark in parentheses, a remark in angle brackets, or, on iPhones, a mark and a short one.
 */
final class Attachments {
  /** The mark with which an iPhone begins what nobody typed. */
  static final char MARK = '\u200E';

  /** Longest remark such as "image omitted", in UTF-16 units. */
  private static final int MAX_REMARK_CHARS = 40;

  private static final int MAX_LINE_CHARS = 400;

  /** IMG-20241204-WA0004.jpg on Android, 00000012-PHOTO-2024-12-04-11-30-00.jpg on an iPhone. */
  private static final Pattern DATED =
      Pattern.compile(
          "\\b(?:IMG|VID|PTT|AUD|DOC|STK)-(\\d{8})-WA\\d{4}"
              + "|\\b\\d{8}-[A-Z_]+-(\\d{4})-(\\d\\d)-(\\d\\d)-\\d\\d-\\d\\d-\\d\\d");

  private static final Pattern ANDROID = Pattern.compile("[^:]*\\.\\w{2,5} \\([^()]{3,40}\\)");
  private static final Pattern NAMED = Pattern.compile("<[^<>:]{2,30}: [^<>]{1,300}>");
  private static final Pattern OMITTED = Pattern.compile("<[^<>\\d:/]{4,60}>");
  private static final Pattern EDITED = Pattern.compile("edit|bearbeitet|изменено|змінено|modif");

  private Attachments() {}

  /** The day in the name of a file that came with the message, as 20241204, or empty. */
  static String date(String text) {
    Matcher dated = DATED.matcher(text.substring(0, Math.min(text.length(), MAX_LINE_CHARS)));
    if (!dated.find()) {
      return "";
    }
    return dated.group(1) != null
        ? dated.group(1)
        : dated.group(2) + dated.group(3) + dated.group(4);
  }

  /** Whether the first line of a message stands for a file. */
  static boolean in(String firstLine) {
    String plain = Names.plain(firstLine);
    if (plain.length() > MAX_LINE_CHARS || plain.isEmpty()) {
      return false;
    }
    return ANDROID.matcher(plain).matches()
        || (NAMED.matcher(plain).find() && firstLine.indexOf(MARK) >= 0)
        || NAMED.matcher(plain).matches()
        || (OMITTED.matcher(plain).matches() && !edited(plain))
        || plain.equals("null")
        || remark(firstLine, plain);
  }

  private static boolean remark(String line, String plain) {
    boolean marked = line.charAt(0) == MARK;
    return marked && plain.length() <= MAX_REMARK_CHARS && !plain.endsWith(".");
  }

  private static boolean edited(String plain) {
    return EDITED.matcher(plain.toLowerCase(Locale.ROOT)).find();
  }
}
