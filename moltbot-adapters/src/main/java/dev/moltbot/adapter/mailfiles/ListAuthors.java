package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

  private final Predicate<String> owner;

  /**
   * For one owner.
   *
   * @param owner knows the owner's addresses; the owner writes to lists as well
   */
  ListAuthors(Predicate<String> owner) {
    this.owner = owner;
  }

  /** The same message by its author, or unchanged. */
  InboundMessage restored(InboundMessage message) {
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

  private InboundMessage by(Address author, String name, InboundMessage message) {
    String bare = QUOTES.matcher(name.strip()).replaceAll("");
    Set<Trait> traits = EnumSet.copyOf(message.traits());
    boolean own = owner.test(author.value());
    if (own) {
      traits.add(Trait.FROM_OWNER);
    }
    return new InboundMessage(
        message.id(),
        message.conversation(),
        Sender.of(author, new UntrustedText(bare)),
        message.content(),
        message.sentAt(),
        message.threading(),
        traits,
        own ? List.of(unnamed(message.sender().address())) : message.audience());
  }

  /** The list itself: its mail bears the author's name. */
  private static Sender unnamed(Address list) {
    return Sender.of(list, UntrustedText.NONE);
  }
}
