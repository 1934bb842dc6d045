package dev.moltbot.adapter.telegramexport;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.UntrustedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote a message.
 *
 * @param address the number of the account as text, as on the live channel; a channel's with the
 *     sign that the Bot API gives it; without any number the name
 * @param numbered whether it is an account's number
 */
record Writer(String address, String name, boolean numbered) {
  /** Longest name kept, in UTF-16 units. */
  private static final int MAX_CHARS = 300;

  private static final Pattern ID = Pattern.compile("(user|channel|chat|)(\\d{1,18})");

  /** Where old exports number groups and channels; no account had such a number then. */
  private static final long OLD_GROUPS = 1L << 32;

  /**
   * The writer of a message; when it names none, the other of a chat of two.
   *
   * @return one with an empty address when nobody can tell
   */
  static Writer of(Fields message, ChatFacts chat) {
    String name = bounded(message.text("from"));
    Matcher id = ID.matcher(message.text("from_id"));
    if (id.matches()) {
      return numbered(id.group(1), Long.parseLong(id.group(2)), name);
    }
    if (!name.isBlank()) {
      // A blank before the sign: no mail address is meant, and none shall be found in it.
      return new Writer("name:" + name.replace("@", " @"), name, false);
    }
    return new Writer(chat.isPrivate() ? chat.id() : "", chat.name(), chat.isPrivate());
  }

  private static Writer numbered(String kind, long id, String name) {
    return switch (kind) {
      case "channel" -> new Writer("-100" + id, name, false);
      case "chat" -> new Writer("-" + id, name, false);
      case "user" -> new Writer(Long.toString(id), name, true);
      default -> old(id, name);
    };
  }

  /** Until 2021 ids had no kind before them, but a bit within them. */
  private static Writer old(long id, String name) {
    long kind = id / OLD_GROUPS;
    String sign = kind == 0 ? "" : kind == 1 ? "-" : "-100";
    return new Writer(sign + id % OLD_GROUPS, name, kind == 0);
  }

  Sender sender() {
    return Sender.of(new Address(address), new UntrustedText(name));
  }

  private static String bounded(String name) {
    return name.length() > MAX_CHARS ? name.substring(0, MAX_CHARS) : name;
  }
}
