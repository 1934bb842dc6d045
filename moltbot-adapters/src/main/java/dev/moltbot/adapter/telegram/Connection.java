package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.TelegramApi.Business;
import dev.moltbot.adapter.telegram.TelegramApi.Rights;
import dev.moltbot.botapi.BotApi.User;
import java.util.Optional;

/**
 * A business connection as far as we know it.
 *
 * @param user whose account it opens
 * @param date when it was made, in seconds; a later one replaces an earlier
 */
record Connection(String id, long user, long date, boolean enabled, boolean mayReply) {
  static final String RECONNECT =
      "in Telegram's settings, under Business or Chat Automation, connect the bot to the chats it"
          + " may see and allow it to reply";

  /** Empty where Telegram's word makes no sense. */
  static Optional<Connection> of(Business wire) {
    if (wire.id() == null
        || wire.id().isBlank()
        || wire.user() == null
        || wire.user().id() == null
        || wire.date() == null) {
      return Optional.empty();
    }
    boolean mayReply = wire.rights() != null && Boolean.TRUE.equals(wire.rights().reply());
    return Optional.of(
        new Connection(wire.id(), wire.user().id(), wire.date(), wire.enabled(), mayReply));
  }

  /** In Telegram's form, with nobody's name in it. */
  Business wire() {
    var account = new User(user, false, null, null, null, null);
    return new Business(id, account, date, enabled, new Rights(mayReply));
  }

  boolean usable() {
    return enabled && mayReply;
  }

  /** What is wrong with one that is not {@link #usable}. */
  String complaint() {
    return enabled
        ? "the bot has no right to reply in your chats"
        : "the bot is no longer connected to your account";
  }

  /** For records: says which one it is, and not whose. */
  String mark() {
    return Integer.toHexString(id.hashCode());
  }
}
