package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.Message;
import dev.moltbot.adapter.desk.TelegramApi.Update;
import dev.moltbot.botapi.BotApi.User;
import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.pairing.Knock;
import dev.moltbot.domain.pairing.Knock.Manner;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an update as a knock. What is not named here as typed in private is not. */
final class Knocking {
  private final ButtonSeal seal;

  /** Names strangers in the record as the desk of this token does. */
  Knocking(ButtonSeal seal) {
    this.seal = seal;
  }

  /** One knock; an update in an unknown shape is one, too. */
  Knock of(long number, Optional<Update> readable) {
    Update update = readable.orElse(null);
    if (update == null) {
      return knock(number, Manner.OTHERWISE, null, null);
    }
    if (update.message() != null) {
      return message(number, update.message());
    }
    if (update.edited() != null) {
      return knock(number, Manner.EDITED, update.edited().from(), update.edited().text());
    }
    return knock(number, Manner.OTHERWISE, otherwise(update), null);
  }

  private Knock message(long number, Message message) {
    return knock(number, manner(message), message.from(), message.text());
  }

  private static Manner manner(Message message) {
    if (message.chat() == null || message.senderChat() != null || !message.chat().isPrivate()) {
      return Manner.IN_A_GROUP;
    }
    if (message.forward() != null || message.forwardedAt() != null) {
      return Manner.FORWARDED;
    }
    if (message.editedAt() != null) {
      return Manner.EDITED;
    }
    return typed(message) ? Manner.IN_PRIVATE : Manner.OTHERWISE;
  }

  /** By a person, in the chat that has the person's own number. */
  private static boolean typed(Message message) {
    User from = message.from();
    return from != null
        && from.id() != null
        && !from.bot()
        && message.chat() != null
        && from.id().equals(message.chat().id())
        && message.viaBot() == null
        && message.businessConnection() == null;
  }

  private static @Nullable User otherwise(Update update) {
    if (update.tap() != null) {
      return update.tap().from();
    }
    if (update.inline() != null) {
      return update.inline().from();
    }
    return update.membership() == null ? null : update.membership().from();
  }

  private Knock knock(long number, Manner manner, @Nullable User from, @Nullable String words) {
    long user = from == null || from.id() == null ? 0 : from.id();
    return new Knock(
        number,
        manner,
        user,
        user == 0 ? "nobody" : seal.pseudonym(user),
        from == null ? UntrustedText.NONE : name(from),
        new UntrustedText(words == null ? "" : words));
  }

  /** Names first, because the address can look like one: {@code Olena Example (@olena)}. */
  private static UntrustedText name(User user) {
    String names =
        Stream.of(user.firstName(), user.lastName())
            .filter(name -> name != null && !name.isBlank())
            .collect(Collectors.joining(" "));
    String address = user.username() == null ? "" : " (@" + user.username() + ")";
    return Words.ofName(names + address);
  }
}
