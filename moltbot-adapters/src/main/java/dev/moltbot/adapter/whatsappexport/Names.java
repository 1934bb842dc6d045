package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.naming.Phones;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * People as an export names them. Exports know no ids: a number is a number, a name from the
 * owner's address book is a name, and {@code ~name} is what a stranger calls themselves, which
 * means nobody outside of that chat.
 */
final class Names {
  private static final Pattern NUMBER = Pattern.compile("\\+[\\d \\u00A0().-]{7,30}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  private Names() {}

  /** Without the marks of direction, and with one kind of blank. */
  static String plain(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (Character.getType(c) != Character.FORMAT || joins(c)) {
        plain.append(Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    return plain.toString().strip();
  }

  /** Emoji and some scripts need these within their words. */
  private static boolean joins(char c) {
    return c == '\u200D' || c == '\u200C';
  }

  /** The same for spellings that make no difference. */
  static String folded(String name) {
    return Normalizer.normalize(plain(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * Whoever a chat calls so.
   *
   * @param chat names the chat, for those who are known nowhere else
   */
  static Sender sender(String name, String chat) {
    boolean stranger = name.startsWith("~");
    String shown = stranger ? name.substring(1).strip() : name;
    return Sender.of(
        new Address(address(name, chat)), new UntrustedText(numbered(shown) ? "" : shown));
  }

  /** What makes two names one person: a number in its one spelling, else the name. */
  static String address(String name, String chat) {
    String number = number(name);
    if (!number.isEmpty()) {
      return number;
    }
    // A blank before the sign: no mail address is meant, and none shall be found in it.
    String safe = name.replace("@", " @");
    return "name:" + (name.startsWith("~") ? safe + " in " + chat.replace("@", " @") : safe);
  }

  private static boolean numbered(String name) {
    return !number(name).isEmpty();
  }

  /** As E.164, or empty for what is no number. */
  private static String number(String name) {
    if (!NUMBER.matcher(name).matches()) {
      return "";
    }
    String digits = "+" + name.replaceAll("\\D", "");
    return Phones.e164(name, "").orElse(E164.matcher(digits).matches() ? digits : "");
  }
}
