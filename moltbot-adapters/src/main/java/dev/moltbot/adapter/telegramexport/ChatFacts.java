package dev.moltbot.adapter.telegramexport;

import java.util.Locale;

/**
 * What an export says of a chat before its messages.
 *
 * @param type in Telegram's words, such as {@code personal_chat}; empty when it does not say
 * @param id without the signs that tell users from groups, or empty
 */
record ChatFacts(String name, String type, String id) {
  static final ChatFacts UNKNOWN = new ChatFacts("", "", "");

  /** Longest name kept, in UTF-16 units. */
  private static final int MAX_CHARS = 300;

  /** Telegram itself, which sends the codes that open the account; nobody else reads those. */
  private static final String TELEGRAM = "777000";

  /** The same with one more fact; every other field of a chat makes no difference. */
  ChatFacts with(String field, String value) {
    String bounded = value.length() > MAX_CHARS ? value.substring(0, MAX_CHARS) : value;
    return switch (field) {
      case "name" -> new ChatFacts(bounded, type, id);
      case "type" -> new ChatFacts(name, bounded, id);
      default -> new ChatFacts(name, type, bounded);
    };
  }

  /** Two people, or a person and a program. */
  boolean isPrivate() {
    return type.equals("personal_chat") || isBot();
  }

  boolean isBot() {
    return type.equals("bot_chat");
  }

  boolean isChannel() {
    return type.endsWith("_channel");
  }

  /** What the owner keeps for themselves. */
  boolean isSaved() {
    return type.equals("saved_messages");
  }

  boolean isTelegram() {
    return id.equals(TELEGRAM);
  }

  /** The number by which the Bot API names the chat, so the live channel does, too. */
  String conversation() {
    if (id.isEmpty()) {
      return "chat:" + name.strip().toLowerCase(Locale.ROOT);
    }
    if (type.endsWith("supergroup") || isChannel()) {
      return "-100" + id;
    }
    return (type.endsWith("_group") ? "-" : "") + id;
  }
}
