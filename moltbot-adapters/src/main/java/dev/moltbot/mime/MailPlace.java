package dev.moltbot.mime;

import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import java.util.Set;

/**
 * Where a mail was found, and what its channel knows about it.
 *
 * @param thread the channel's own thread id, or empty: then the mail's references tell
 * @param receivedAt the channel's own date, or {@code Missing}: then the mail's claim counts
 */
public record MailPlace(MessageId id, String thread, SentAt receivedAt, Set<Trait> traits) {
  public MailPlace {
    traits = Set.copyOf(traits);
  }

  /** A place that knows nothing but the mail's id. */
  public static MailPlace of(MessageId id) {
    return new MailPlace(id, "", new SentAt.Missing(), Set.of());
  }
}
