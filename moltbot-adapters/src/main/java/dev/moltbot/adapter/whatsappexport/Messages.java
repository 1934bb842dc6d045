package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.ContentIds;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes messages of what was read. An id is made of chat, minute, writer and words: an iPhone tells
 * seconds and an Android phone does not, and both may export one chat.
 */
final class Messages {
  /** Below the second or minute that is shown, so that messages keep the order of the file. */
  private static final int MAX_STEP_MILLIS = 999;

  private final AccountId account;
  private final Chat chat;
  private final ZoneId zone;
  private final ConversationId conversation;
  private final ContentIds ids = new ContentIds();
  private LocalDateTime last = LocalDateTime.MIN;
  private int step;

  Messages(AccountId account, Chat chat, ZoneId zone) {
    this.account = account;
    this.chat = chat;
    this.zone = zone;
    this.conversation = new ConversationId(account, "chat:" + chat.key());
  }

  InboundMessage of(Pending.Message read) {
    Sender sender = Names.sender(read.writer(), chat.key());
    boolean own = chat.mine().contains(sender.address().value());
    boolean file = read.attachment();
    Set<Trait> traits = traits(own, file);
    String words = trimmed(read.text());
    if (read.cut() || words.length() > Content.MAX_TEXT_CHARS) {
      traits.add(Trait.TRUNCATED);
    }
    return new InboundMessage(
        new MessageId(account, id(read, sender, file)),
        conversation,
        sender,
        new Content(UntrustedText.NONE, new UntrustedText(cut(words))),
        sentAt(read.at()),
        Threading.NONE,
        traits,
        own ? chat.others() : List.of());
  }

  private Set<Trait> traits(boolean own, boolean file) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (own) {
      traits.add(Trait.FROM_OWNER);
    }
    if (file) {
      traits.add(Trait.ATTACHMENTS);
    }
    if (chat.discussion()) {
      traits.add(Trait.DISCUSSION);
    }
    return traits;
  }

  /** With media and without, a file's line differs; with it left out, both give one id. */
  private String id(Pending.Message read, Sender sender, boolean file) {
    String words = file ? "file " + read.withoutFiles() : read.text();
    String plain = Normalizer.normalize(Names.plain(words), Normalizer.Form.NFC);
    return ids.next(
        chat.key(),
        read.at().truncatedTo(ChronoUnit.MINUTES).toString(),
        sender.address().value(),
        plain.replaceAll("\\s+", " ").strip());
  }

  /**
   * Clocks that are put back show an hour twice: the first is taken. Clocks that are put on leave
   * an hour out: a time within it is that much later.
   */
  private Instant sentAt(LocalDateTime local) {
    step = local.equals(last) ? Math.min(step + 1, MAX_STEP_MILLIS) : 0;
    last = local;
    return ZonedDateTime.of(local, zone).toInstant().plusMillis(step);
  }

  /** Without marks and blanks at its ends. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && empty(text.charAt(from))) {
      from++;
    }
    while (to > from && empty(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean empty(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E');
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
