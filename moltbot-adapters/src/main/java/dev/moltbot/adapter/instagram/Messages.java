package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Quarantined;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Instagram says of messages into ours. A conversation is named by the person it is
 * with: that is what polling and the receiver both know, and where an answer goes.
 */
final class Messages {
  /** Longest id kept, in UTF-16 units. */
  private static final int MAX_ID_CHARS = 1_000;

  private final AccountId account;
  private final Owner.Self self;

  Messages(AccountId account, Owner.Self self) {
    this.account = account;
    this.self = self;
  }

  /** The messages of one conversation, oldest first. */
  List<Item> of(List<InstagramApi.Raw> entries) {
    Optional<InstagramApi.Person> partner =
        entries.stream()
            .flatMap(entry -> Json.read(entry, InstagramApi.Message.class).stream())
            .flatMap(message -> partner(message).stream())
            .findFirst();
    // Times count seconds: within one, the order in which Instagram gives them stands.
    return entries.reversed().stream()
        .map(entry -> one(entry, partner))
        .sorted(Comparator.comparing(Item::at))
        .toList();
  }

  private Item one(InstagramApi.Raw entry, Optional<InstagramApi.Person> partner) {
    return Json.read(entry, InstagramApi.Message.class)
        .map(message -> one(entry, message, partner))
        .orElseGet(() -> aside(entry, "", null, "is no message"));
  }

  private Item one(
      InstagramApi.Raw entry, InstagramApi.Message message, Optional<InstagramApi.Person> partner) {
    String id = Objects.requireNonNullElse(message.id(), "");
    Optional<Instant> at = Times.read(message.created_time());
    InstagramApi.Person with = partner(message).or(() -> partner).orElse(null);
    if (!usable(id)) {
      return aside(entry, "", at.orElse(null), "has no id");
    }
    if (at.isEmpty()) {
      return aside(entry, id, null, "has no time that makes sense");
    }
    if (with == null || message.from() == null || !usable(with.id())) {
      return aside(entry, id, at.get(), "does not say who wrote it");
    }
    return read(id, with, self.is(message.from()), text(message), hasFiles(message), at.get());
  }

  /** A message whose parts are known. */
  Item.Read read(
      String id,
      InstagramApi.Person with,
      boolean own,
      String text,
      boolean attachments,
      Instant at) {
    var traits = EnumSet.noneOf(Trait.class);
    if (own) {
      traits.add(Trait.FROM_OWNER);
    }
    // What has no words is something Instagram does not hand to programs: a voice, a sticker.
    if (attachments || text.isBlank()) {
      traits.add(Trait.ATTACHMENTS);
    }
    Words words = Words.ofText(text);
    if (words.truncated()) {
      traits.add(Trait.TRUNCATED);
    }
    String partner = Objects.requireNonNull(with.id());
    return new Item.Read(
        new InboundMessage(
            new MessageId(account, id),
            new ConversationId(account, partner),
            own ? owner() : sender(partner, with.username()),
            new Content(UntrustedText.NONE, words.text()),
            at,
            Threading.NONE,
            Set.copyOf(traits)));
  }

  private Sender owner() {
    return Sender.of(
        new Address(self.ids().stream().sorted().findFirst().orElse(self.username())),
        new UntrustedText(self.username()));
  }

  private static Sender sender(String id, @Nullable String username) {
    return Sender.of(new Address(id), Words.ofName(username));
  }

  /** The one of both who is not the owner. */
  private Optional<InstagramApi.Person> partner(InstagramApi.Message message) {
    List<InstagramApi.Person> to =
        message.to() == null || message.to().data() == null ? List.of() : message.to().data();
    return Stream.concat(Stream.ofNullable(message.from()), to.stream())
        .filter(person -> person != null && person.id() != null && !self.is(person))
        .findFirst();
  }

  /** Sets an entry aside; one without an id is named by what it holds. */
  Item.Aside aside(InstagramApi.Raw entry, String id, @Nullable Instant at, String reason) {
    byte[] bytes = entry.json().getBytes(StandardCharsets.UTF_8);
    String name = usable(id) ? id : "unreadable-" + Position.digest(entry.json());
    var aside =
        new Quarantined(new MessageId(account, name), reason, bytes.length, RawBytes.headOf(bytes));
    return new Item.Aside(aside, at == null ? Instant.EPOCH : at);
  }

  private static boolean hasFiles(InstagramApi.Message message) {
    boolean attached = message.attachments() != null && !message.attachments().isNull();
    return attached || Boolean.TRUE.equals(message.is_unsupported());
  }

  private static String text(InstagramApi.Message message) {
    return Objects.requireNonNullElse(message.message(), "");
  }

  /** Whether it can be an id of ours. */
  static boolean usable(@Nullable String id) {
    return id != null && !id.isBlank() && id.length() <= MAX_ID_CHARS;
  }
}
