package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import java.util.regex.Pattern;

/**
 * Who really wrote a mail that a list sent under its own address. Since DMARC lists write "Ann Lee
 * via the-list" with the list's address and move the author's to Reply-To (Mailman 3 manual,
 * "dmarc_mitigate_action: munge_from"); without this everybody on a list would be one person.
 *
 * <p>Only for mail that is kept as history. Nobody vouches for a Reply-To, so a card must not show
 * it as the sender.
 */
final class ListAuthors {
  private static final String VIA = " via ";
  private static final Pattern QUOTES = Pattern.compile("^['\"]|['\"]$");

  private ListAuthors() {}

  /** The same message by its author, or unchanged. */
  static InboundMessage restored(InboundMessage message) {
    Sender sender = message.sender();
    String name = sender.name().reveal();
    int via = name.lastIndexOf(VIA);
    boolean munged =
        via > 0
            && message.has(Trait.DISCUSSION)
            && !message.has(Trait.FROM_OWNER)
            && sender.replyTo().size() == 1
            && sender.answeredElsewhere();
    return munged ? by(sender.replyTo().getFirst(), name.substring(0, via), message) : message;
  }

  private static InboundMessage by(Address author, String name, InboundMessage message) {
    String bare = QUOTES.matcher(name.strip()).replaceAll("");
    return new InboundMessage(
        message.id(),
        message.conversation(),
        Sender.of(author, new UntrustedText(bare)),
        message.content(),
        message.sentAt(),
        message.threading(),
        message.traits(),
        message.audience());
  }
}
