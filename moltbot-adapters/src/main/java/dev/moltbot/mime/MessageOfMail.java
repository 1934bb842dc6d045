package dev.moltbot.mime;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A mail in the words of the domain. */
final class MessageOfMail {
  private final MailPlace place;
  private final Mail mail;
  private final Predicate<String> owner;

  MessageOfMail(MailPlace place, Mail mail, Predicate<String> owner) {
    this.place = place;
    this.mail = mail;
    this.owner = owner;
  }

  InboundMessage by(MailAddress author) {
    Set<Trait> traits = traits(place, mail);
    note(traits, Trait.FROM_OWNER, owner.test(author.address()));
    return new InboundMessage(
        place.id(),
        conversation(place, mail.threading()),
        sender(author, mail.parties()),
        new Content(mail.subject(), mail.content().text()),
        place.receivedAt().orElse(mail.sentAt().orElse(InboundMessage.UNDATED)),
        threading(mail.threading()),
        traits,
        traits.contains(Trait.FROM_OWNER) ? audience(author) : List.of());
  }

  /** Whom the owner wrote to, the owner left out. */
  private List<Sender> audience(MailAddress author) {
    var people = new LinkedHashMap<String, Sender>();
    Stream.concat(mail.parties().to().stream(), mail.parties().cc().stream())
        .filter(each -> !each.address().equalsIgnoreCase(author.address()))
        .filter(each -> !owner.test(each.address()))
        .forEach(each ->
            people.putIfAbsent(
                each.address().toLowerCase(Locale.ROOT),
                Sender.of(new Address(each.address()), each.name())));
    return List.copyOf(people.values());
  }

  private static ConversationId conversation(MailPlace place, Mail.Threading threading) {
    String root = place.thread().isEmpty() ? threading.root() : place.thread();
    return new ConversationId(place.id().account(), root.isBlank() ? place.id().nativeId() : root);
  }

  private static Sender sender(MailAddress author, Mail.Parties parties) {
    List<MailAddress> answer = parties.replyTo().isEmpty() ? List.of(author) : parties.replyTo();
    List<Address> to =
        answer.stream()
            .map(address -> new Address(address.address()))
            .distinct()
            .limit(Sender.MAX_REPLY_TO)
            .toList();
    return new Sender(new Address(author.address()), author.name(), to);
  }

  /** References may be missing where In-Reply-To is not. */
  private static Threading threading(Mail.Threading ids) {
    List<String> before = ids.references().isEmpty() ? ids.inReplyTo() : ids.references();
    return new Threading(ids.messageId(), before);
  }

  private static Set<Trait> traits(MailPlace place, Mail mail) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(place.traits());
    Mail.Content content = mail.content();
    note(traits, Trait.DISCUSSION, mail.automation().discussion());
    note(traits, Trait.BULK, mail.automation().bulk());
    note(traits, Trait.AUTOMATED, mail.automation().autoSubmitted());
    note(traits, Trait.HIDDEN_TEXT, content.hasHiddenText());
    note(traits, Trait.TRUNCATED, content.truncated());
    note(traits, Trait.ATTACHMENTS, !content.attachments().isEmpty());
    return traits;
  }

  private static void note(Set<Trait> traits, Trait trait, boolean present) {
    if (present) {
      traits.add(trait);
    }
  }
}
