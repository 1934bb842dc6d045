package dev.moltbot.adapter.whatsapp;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.hook.Parser;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages as the bridge hands them over, as the rest of the program knows them. */
record WhatsappMessages(AccountId account) implements Parser {
  /** Longest address or id that is taken for one, in UTF-16 units. */
  private static final int MAX_ID_CHARS = 200;

  /** No message is from later than this; what says so is broken. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final String NUMBER = "@s.whatsapp.net";

  /**
   * The name of a message: the ids of WhatsApp are chosen by whoever writes, so chat and side
   * belong to it, or one person's could hide another's.
   */
  static String nativeId(String chat, boolean me, String id) {
    return chat + (me ? "/me/" : "/them/") + id;
  }

  @Override
  public Parsed parse(String body) {
    return Json.read(Wire.Message.class, body)
        .flatMap(this::message)
        .<Parsed>map(message -> new Parsed.Messages(List.of(message)))
        .orElse(new Parsed.Unreadable("the bridge handed over what is no message"));
  }

  private Optional<InboundMessage> message(Wire.Message wire) {
    String chat = word(wire.chat());
    String id = word(wire.nativeId());
    long at = wire.at() == null ? -1 : wire.at();
    if (chat.isEmpty() || id.isEmpty() || at < 0 || at > LATEST.toEpochMilli()) {
      return Optional.empty();
    }
    boolean me = Boolean.TRUE.equals(wire.me());
    var address = new Address(me ? account.name() : addressOf(chat));
    return Optional.of(
        new InboundMessage(
            new MessageId(account, nativeId(chat, me, id)),
            new ConversationId(account, chat),
            Sender.of(address, new UntrustedText(cut(wire.name(), Content.MAX_SUBJECT_CHARS))),
            new Content(
                UntrustedText.NONE, new UntrustedText(cut(wire.text(), Content.MAX_TEXT_CHARS))),
            Instant.ofEpochMilli(at),
            Threading.NONE,
            traits(wire)));
  }

  private static Set<Trait> traits(Wire.Message wire) {
    var traits = EnumSet.noneOf(Trait.class);
    if (Boolean.TRUE.equals(wire.me())) {
      traits.add(Trait.FROM_OWNER);
    }
    if (Boolean.TRUE.equals(wire.cut()) || length(wire.text()) > Content.MAX_TEXT_CHARS) {
      traits.add(Trait.TRUNCATED);
    }
    if (Boolean.TRUE.equals(wire.files())) {
      traits.add(Trait.ATTACHMENTS);
    }
    return traits;
  }

  /** A phone number as people write it; where WhatsApp hides it, its stand-in. */
  private static String addressOf(String chat) {
    boolean number = chat.matches("\\d{5,15}" + NUMBER);
    return number ? "+" + chat.substring(0, chat.length() - NUMBER.length()) : chat;
  }

  /** Empty for what cannot be an address or an id. */
  private static String word(@Nullable String word) {
    return word == null || word.isBlank() || word.length() > MAX_ID_CHARS ? "" : word;
  }

  private static int length(@Nullable String words) {
    return words == null ? 0 : words.length();
  }

  /** Never between the halves of a surrogate pair. */
  private static String cut(@Nullable String words, int max) {
    if (words == null || words.length() <= max) {
      return words == null ? "" : words;
    }
    return words.substring(0, Character.isHighSurrogate(words.charAt(max - 1)) ? max - 1 : max);
  }
}
