package dev.moltbot.adapter.metaexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.ContentIds;
import dev.moltbot.export.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes messages of entries. Used by one thread, in the order of the file. */
final class Posts {
  private final AccountId account;
  private final Chat chat;
  private final ContentIds ids = new ContentIds();

  Posts(AccountId account, Chat chat) {
    this.account = account;
    this.chat = chat;
  }

  /**
   * One entry.
   *
   * @param number the how-manieth of the file, from 1
   */
  Entry of(long number, @Nullable Object raw) {
    Post post = Post.of(raw);
    if (!post.leftOut().isEmpty()) {
      return new Entry.LeftOut(post.leftOut());
    }
    if (post.writer().isEmpty() || !post.timed()) {
      byte[] head = Json.written(raw).getBytes(StandardCharsets.UTF_8);
      String what = post.timed() ? "does not say who wrote it" : "has no time that makes sense";
      return new Entry.Unreadable(number, "an entry that " + what, head);
    }
    return new Entry.Said(message(post));
  }

  private InboundMessage message(Post post) {
    boolean own = chat.isOwner(post.writer());
    Words words = Words.ofText(post.text());
    String at = Long.toString(post.millis());
    String id = ids.next(chat.conversation(), at, chat.key(post.writer()), post.text());
    return new InboundMessage(
        new MessageId(account, id),
        new ConversationId(account, chat.conversation()),
        chat.sender(post.writer()),
        new Content(UntrustedText.NONE, words.text()),
        Instant.ofEpochMilli(post.millis()),
        Threading.NONE,
        traits(post, words, own),
        own ? chat.others() : List.of());
  }

  private Set<Trait> traits(Post post, Words words, boolean own) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (own) {
      traits.add(Trait.FROM_OWNER);
    }
    if (chat.group()) {
      traits.add(Trait.DISCUSSION);
    }
    if (words.truncated()) {
      traits.add(Trait.TRUNCATED);
    }
    // What has neither words nor files is something these services do not hand out.
    if (post.files() || words.text().isBlank()) {
      traits.add(Trait.ATTACHMENTS);
    }
    return traits;
  }
}
