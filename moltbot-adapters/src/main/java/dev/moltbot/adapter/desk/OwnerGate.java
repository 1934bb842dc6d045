package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.Inline;
import dev.moltbot.adapter.desk.TelegramApi.Membership;
import dev.moltbot.adapter.desk.TelegramApi.Message;
import dev.moltbot.adapter.desk.TelegramApi.Tap;
import dev.moltbot.adapter.desk.TelegramApi.Update;
import dev.moltbot.botapi.BotApi.Chat;
import dev.moltbot.botapi.BotApi.User;
import org.jspecify.annotations.Nullable;

/**
 * Lets one person in one private chat through, by number. Names and usernames can be copied, so
 * they are not even read. What is not named here as acceptable is foreign.
 */
final class OwnerGate {
  private final long owner;
  private final long chat;

  OwnerGate(long owner, long chat) {
    this.owner = owner;
    this.chat = chat;
  }

  Incoming hear(Update update) {
    if (update.message() != null) {
      return message(update.message());
    }
    if (update.tap() != null) {
      return tap(update.tap());
    }
    if (update.edited() != null) {
      return edited(update.edited());
    }
    return elsewhere(update);
  }

  private Incoming message(Message message) {
    if (!fromOwner(message.from()) || !here(message.chat()) || message.senderChat() != null) {
      return new Incoming.Foreign("message", user(message.from()));
    }
    if (message.businessConnection() != null) {
      return new Incoming.Foreign("business message", user(message.from()));
    }
    if (message.forward() != null || message.forwardedAt() != null) {
      return new Incoming.NotCounted("A forwarded message does not count. Type it yourself.");
    }
    if (message.viaBot() != null || message.editedAt() != null) {
      return new Incoming.NotCounted("Only a new message typed by you counts.");
    }
    if (message.id() == null || message.text() == null) {
      return new Incoming.NotCounted("I understand text only.");
    }
    return new Incoming.Words(message.id(), message.text(), answered(message.replyTo()));
  }

  /** A reply counts as one only to a message of this very chat. */
  private @Nullable Long answered(@Nullable Message replied) {
    return replied != null && here(replied.chat()) ? replied.id() : null;
  }

  private Incoming tap(Tap tap) {
    Message message = tap.message();
    if (!fromOwner(tap.from()) || message == null || !here(message.chat())) {
      return new Incoming.Foreign("tap", user(tap.from()));
    }
    if (tap.inlineMessage() != null || message.id() == null || tap.id() == null) {
      return new Incoming.Foreign("tap", user(tap.from()));
    }
    return new Incoming.Tapped(tap.id(), message.id(), tap.data() == null ? "" : tap.data());
  }

  private Incoming edited(Message message) {
    boolean own = fromOwner(message.from()) && here(message.chat()) && message.senderChat() == null;
    return own
        ? new Incoming.NotCounted("An edited message does not count. Send it anew.")
        : new Incoming.Foreign("edited message", user(message.from()));
  }

  private Incoming elsewhere(Update update) {
    if (update.post() != null || update.editedPost() != null) {
      return new Incoming.Foreign("channel post", 0);
    }
    Inline inline = update.inline();
    if (inline != null) {
      return new Incoming.Foreign("inline query", user(inline.from()));
    }
    Membership membership = update.membership();
    if (membership == null) {
      return new Incoming.Foreign("update of an unknown kind", 0);
    }
    return fromOwner(membership.from()) && here(membership.chat())
        ? new Incoming.Nothing()
        : new Incoming.Foreign("membership change", user(membership.from()));
  }

  private boolean fromOwner(@Nullable User user) {
    return user != null && user.id() != null && user.id() == owner && !user.bot();
  }

  private boolean here(@Nullable Chat place) {
    return place != null && place.id() != null && place.id() == chat && place.isPrivate();
  }

  private static long user(@Nullable User user) {
    return user == null || user.id() == null ? 0 : user.id();
  }
}
