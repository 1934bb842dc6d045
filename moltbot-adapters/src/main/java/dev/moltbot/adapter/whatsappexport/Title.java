package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.export.ExportFile;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom or which group a chat is with, by the name that the phone gave the file.
 *
 * @param name empty when the file is called something else
 * @param base what the file or its folder is called, for when nothing else names the chat
 */
record Title(String name, String base) {
  /** Longest name, in UTF-16 units. */
  private static final int MAX_CHARS = 200;

  private static final String WITH =
      "(?:with|mit|con|avec|com|met|med|s|se|cu|dengan|với|z|із|зі|с|со|עם|مع|με|kanssa|contacto|:|-)";

  /** In the languages that name the other last, and those that name them first. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?iu).*whatsapp(?:\\S*|[ -]\\S+)? " + WITH + " (?<name>.+)"),
          Pattern.compile("(?iu).*(?:whatsapp|واتساب|واتس آب) ?\\S* " + WITH + " (?<name>.+)"),
          Pattern.compile("(?iu)(?<name>.+?) ile whatsapp .*"),
          Pattern.compile("(?iu)(?<name>.+?) (?:के साथ|님과의) ?whatsapp.*"),
          Pattern.compile("(?iu)(?<name>.+?)(?:님과의|とのトーク|との).*whatsapp.*"),
          Pattern.compile("(?iu)whatsapp.*?[与跟和與] ?(?<name>.+?) ?的(?:聊天|对话|對話).*"),
          Pattern.compile("(?iu)[与跟和與] ?(?<name>.+?) ?的 ?whatsapp.*"),
          Pattern.compile("(?iu)whatsapp[ -]?(?:chat|-keskustelu|-csevegés)[ -]+(?<name>.+)"));

  /** "The contact Ada" is Ada, in languages that say so. */
  private static final Pattern CONTACT =
      Pattern.compile("(?iu)^(?:контактом|użytkownikiem|kontaktem|contatto|contacto) ");

  private static final Pattern COPY = Pattern.compile(" ?\\(\\d{1,3}\\)$");

  /** By the file's own name, or what it lies in when that is called the same everywhere. */
  static Title of(ExportFile file) {
    String[] path = file.name().split("/", -1);
    String base = "";
    for (int at = path.length - 1; at >= Math.max(0, path.length - 2); at--) {
      String part = COPY.matcher(bare(path[at])).replaceFirst("");
      String name = inside(part);
      base = base.isEmpty() && !part.equals("_chat") ? part : base;
      if (!name.isEmpty() || !part.equals("_chat")) {
        return new Title(name, base);
      }
    }
    return new Title("", base.isEmpty() ? "chat" : base);
  }

  /** Whether the phone named the file: then it is a chat, whatever is in it. */
  static boolean ofPhone(ExportFile file) {
    String base = file.baseName().toLowerCase(Locale.ROOT);
    return base.equals("_chat.txt") || base.contains("whatsapp") || !of(file).name().isEmpty();
  }

  private static String inside(String part) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(part);
      if (matcher.matches()) {
        return cut(CONTACT.matcher(Names.plain(matcher.group("name"))).replaceFirst(""));
      }
    }
    return "";
  }

  private static String bare(String part) {
    return cut(part.replaceFirst("(?i)\\.(txt|zip)$", "").replaceFirst("(?i)\\.txt$", "").strip());
  }

  private static String cut(String name) {
    return name.length() > MAX_CHARS ? name.substring(0, MAX_CHARS) : name;
  }
}
