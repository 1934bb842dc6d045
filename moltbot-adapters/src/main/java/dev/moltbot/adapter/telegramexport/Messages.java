package dev.moltbot.adapter.telegramexport;

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
import dev.moltbot.export.ContentIds;
import dev.moltbot.export.Entry;
import dev.moltbot.export.ExportOptions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes messages of an export's. Used by one thread. */
final class Messages {
  static final String SERVICE = "what Telegram says of a chat, such as who came and who called";
  static final String CODES = "messages of Telegram itself, which hold login codes";
  static final String UNSUPPORTED = "messages that Telegram Desktop could not export";

  /** What is there besides words, by the names of its fields. */
  private static final Set<String> FILES =
      Set.of(
          "photo",
          "file",
          "media_type",
          "contact_information",
          "location_information",
          "place_name",
          "poll",
          "todo_list",
          "game_title",
          "invoice_information",
          "giveaway_information",
          "paid_media");

  /** Below the second in which Telegram counts, so that messages keep the order of the file. */
  private static final int MAX_STEP_MILLIS = 999;

  private final AccountId account;
  private final ExportOptions options;
  private final ContentIds ids = new ContentIds();
  private Instant last = Instant.MIN;
  private int step;

  Messages(AccountId account, ExportOptions options) {
    this.account = account;
    this.options = options;
  }

  /**
   * What one message comes to.
   *
   * @param place the how-manieth of the file
   * @param raw its JSON, for what cannot be read
   */
  Entry entry(Fields message, ChatFacts chat, String owner, long place, byte[] raw) {
    if (chat.isTelegram()) {
      return new Entry.LeftOut(CODES);
    }
    String type = message.text("type");
    if (!type.isEmpty() && !type.equals("message")) {
      return new Entry.LeftOut(type.equals("service") ? SERVICE : UNSUPPORTED);
    }
    Instant at = When.of(message, options.zone());
    Writer writer = Writer.of(message, chat);
    if (at == null || writer.address().isBlank()) {
      String lack = at == null ? "a message without a date" : "a message without a writer";
      return new Entry.Unreadable(place, lack, raw);
    }
    return new Entry.Said(said(message, chat, new Owner(owner, options), writer, at));
  }

  private InboundMessage said(
      Fields message, ChatFacts chat, Owner owner, Writer writer, Instant at) {
    boolean own = owner.wrote(writer, chat);
    String words = words(message);
    Set<Trait> traits = traits(message, chat, own);
    if (words.length() > Content.MAX_TEXT_CHARS) {
      traits.add(Trait.TRUNCATED);
    }
    String conversation = chat.conversation();
    return new InboundMessage(
        new MessageId(account, id(message, conversation, writer, at, words)),
        new ConversationId(account, conversation),
        writer.sender(),
        new Content(UntrustedText.NONE, new UntrustedText(cut(words))),
        stepped(at),
        Threading.NONE,
        traits,
        own ? audience(chat) : List.of());
  }

  private Instant stepped(Instant at) {
    step = at.equals(last) ? Math.min(step + 1, MAX_STEP_MILLIS) : 0;
    last = at;
    return at.plusMillis(step);
  }

  /** Two accounts of one owner number their messages alike; the time tells them apart. */
  private String id(Fields message, String conversation, Writer writer, Instant at, String words) {
    Long number = message.number("id");
    String second = Long.toString(at.getEpochSecond());
    return number == null
        ? ids.next(conversation, second, writer.address(), words)
        : conversation + ":" + number + "@" + second;
  }

  private static List<Sender> audience(ChatFacts chat) {
    return chat.isPrivate() && !chat.id().isEmpty()
        ? List.of(Sender.of(new Address(chat.id()), new UntrustedText(chat.name())))
        : List.of();
  }

  private static Set<Trait> traits(Fields message, ChatFacts chat, boolean own) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (own) {
      traits.add(Trait.FROM_OWNER);
    } else if (chat.isBot()) {
      traits.add(Trait.AUTOMATED);
    }
    if (chat.isChannel()) {
      traits.add(Trait.BULK);
    } else if (!chat.isPrivate() && !chat.isSaved()) {
      traits.add(Trait.DISCUSSION);
    }
    if (FILES.stream().anyMatch(message::has)) {
      traits.add(Trait.ATTACHMENTS);
    }
    return traits;
  }

  /** A poll says its question. */
  private static String words(Fields message) {
    String words = message.words(message.has("text") ? "text" : "text_entities");
    return words.isEmpty() ? message.object("poll").words("question") : words;
  }

  /** Never between the halves of a surrogate pair. */
  private static String cut(String words) {
    int max = Content.MAX_TEXT_CHARS;
    if (words.length() <= max) {
      return words;
    }
    return words.substring(0, Character.isHighSurrogate(words.charAt(max - 1)) ? max - 1 : max);
  }
}
