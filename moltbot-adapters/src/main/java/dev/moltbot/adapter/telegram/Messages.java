package dev.moltbot.adapter.telegram;

import dev.moltbot.adapter.telegram.TelegramApi.Message;
import dev.moltbot.botapi.BotApi.User;
import dev.moltbot.card.Pieces;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of what Telegram says. People are addressed by their numbers: user names change
 * hands.
 *
 * <p>A message that its writer changed counts as one more, next to the first: nothing is lost, the
 * reply window stays where it was, and what was answered already is not asked again. A change of
 * the owner's own words is left out, because it answers nobody.
 */
final class Messages {
  /** Put before words that replace earlier ones. */
  static final String CHANGED = "[changed] ";

  /** Below the second in which Telegram counts, so that no other message comes between. */
  private static final long MAX_AFTER_MILLIS = 999;

  /** Telegram itself, which sends the codes that open the account; nobody else reads those. */
  private static final long TELEGRAM = 777_000L;

  private final AccountId account;
  private final long owner;

  Messages(AccountId account, long owner) {
    this.account = account;
    this.owner = owner;
  }

  /** What a message comes to. */
  sealed interface Taken {
    /** A message to hand over. */
    record Read(InboundMessage message) implements Taken {}

    /** Nothing that anybody said to the owner, or the owner to anybody. */
    record Nothing() implements Taken {}

    /** Something that cannot be read. */
    record Unreadable(String reason) implements Taken {}
  }

  /**
   * A message of the owner's connection.
   *
   * @param fields the names of everything it carries
   */
  Taken take(Message wire, Set<String> fields) {
    if (wire.id() == null || wire.from() == null || wire.from().id() == null) {
      return new Taken.Unreadable("a message without number or writer");
    }
    if (wire.chat() == null || wire.chat().id() == null || wire.date() == null) {
      return new Taken.Unreadable("a message without chat or date");
    }
    boolean own = wire.from().id() == owner;
    boolean conversation =
        wire.chat().isPrivate() && wire.chat().id() != TELEGRAM && !wire.from().bot();
    return !conversation || Contents.isService(fields) || (own && answersNobody(wire))
        ? new Taken.Nothing()
        : new Taken.Read(message(wire, wire.from(), wire.chat().id(), Contents.traits(fields)));
  }

  /** A change of earlier words, or a greeting or absence note that Telegram sent by itself. */
  private static boolean answersNobody(Message wire) {
    return wire.editedAt() != null || Boolean.TRUE.equals(wire.unattended());
  }

  private InboundMessage message(Message wire, User from, long chat, Set<Trait> noticed) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(noticed);
    if (from.id() != null && from.id() == owner) {
      traits.add(Trait.FROM_OWNER);
    }
    String text = Contents.text(wire.text(), wire.caption());
    String words = wire.editedAt() == null ? text : CHANGED + text;
    if (words.length() > Content.MAX_TEXT_CHARS) {
      traits.add(Trait.TRUNCATED);
    }
    return new InboundMessage(
        new MessageId(account, id(chat, wire)),
        new ConversationId(account, Long.toString(chat)),
        Sender.of(new Address(String.valueOf(from.id())), new UntrustedText(name(from))),
        new Content(
            UntrustedText.NONE,
            new UntrustedText(Pieces.of(words, Content.MAX_TEXT_CHARS).getFirst())),
        sentAt(wire),
        Quoting.of(wire),
        traits);
  }

  /** The name under which a send is acknowledged, too. */
  static String id(String chat, long message) {
    return chat + ":" + message;
  }

  private static String id(long chat, Message wire) {
    String id = id(Long.toString(chat), wire.id() == null ? 0 : wire.id());
    return wire.editedAt() == null ? id : id + ":" + wire.editedAt();
  }

  /** A changed message stands right after the first, the latest change last. */
  private static Instant sentAt(Message wire) {
    long date = wire.date() == null ? 0 : wire.date();
    Instant sent = Instant.ofEpochSecond(date);
    return wire.editedAt() == null
        ? sent
        : sent.plusMillis(Math.clamp(wire.editedAt() - date, 1, MAX_AFTER_MILLIS));
  }

  private static String name(User user) {
    String name =
        Stream.of(words(user.firstName()), words(user.lastName()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? words(user.username()) : name;
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }
}
