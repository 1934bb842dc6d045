package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.hook.Parser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what Instagram brought. A message has the id that polling gives it, too. */
final class Events implements Parser {
  private static final String MESSAGES = "messages";

  private final AccountId account;
  private final Owner owner;

  Events(AccountId account, Owner owner) {
    this.account = account;
    this.owner = owner;
  }

  @Override
  public Parsed parse(String body) {
    Owner.Self self = owner.known();
    Optional<InstagramPush.Body> read =
        Json.read(new InstagramApi.Raw(body), InstagramPush.Body.class);
    if (self == null || read.isEmpty() || read.get().entry() == null) {
      return new Parsed.Unreadable("is nothing that Instagram brings");
    }
    var messages = new ArrayList<InboundMessage>();
    boolean clean = true;
    for (InstagramPush.Entry entry : read.get().entry()) {
      for (InstagramApi.Raw raw : events(entry)) {
        clean &= add(self, entry, raw, messages);
      }
    }
    messages.sort(Comparator.comparing(InboundMessage::sentAt));
    // What one body holds besides good messages is found by polling, and set aside there.
    return clean || !messages.isEmpty()
        ? new Parsed.Messages(messages)
        : new Parsed.Unreadable("holds a message that makes no sense, or of another account");
  }

  private static List<InstagramApi.Raw> events(InstagramPush.@Nullable Entry entry) {
    if (entry == null) {
      return List.of();
    }
    List<InstagramApi.Raw> direct = entry.messaging() == null ? List.of() : entry.messaging();
    List<InstagramPush.Change> changes = entry.changes() == null ? List.of() : entry.changes();
    return Stream.concat(
            direct.stream(),
            changes.stream()
                .filter(change -> change != null && MESSAGES.equals(change.field()))
                .flatMap(change -> Stream.ofNullable(change.value())))
        .toList();
  }

  /** False where there is a message that cannot be read. */
  private boolean add(
      Owner.Self self, InstagramPush.Entry entry, InstagramApi.Raw raw, List<InboundMessage> into) {
    Optional<InstagramPush.Event> event = Json.read(raw, InstagramPush.Event.class);
    InstagramPush.Message message = event.map(InstagramPush.Event::message).orElse(null);
    if (event.isEmpty() || message == null || Boolean.TRUE.equals(message.is_deleted())) {
      return event.isPresent();
    }
    boolean own = Boolean.TRUE.equals(message.is_echo()) || self.is(event.get().sender());
    InstagramApi.Person with = own ? event.get().recipient() : event.get().sender();
    InstagramApi.Person us = own ? event.get().sender() : event.get().recipient();
    Optional<Instant> at = Times.read(event.get().timestamp());
    boolean ours = self.is(us) || self.ids().contains(Objects.requireNonNullElse(entry.id(), ""));
    if (!ours
        || at.isEmpty()
        || with == null
        || !Messages.usable(with.id())
        || !Messages.usable(message.mid())) {
      return false;
    }
    into.add(read(self, with, own, message, at.get()));
    return true;
  }

  private InboundMessage read(
      Owner.Self self,
      InstagramApi.Person with,
      boolean own,
      InstagramPush.Message message,
      Instant at) {
    boolean files =
        (message.attachments() != null && !message.attachments().isNull())
            || Boolean.TRUE.equals(message.is_unsupported());
    String id = Objects.requireNonNull(message.mid());
    String text = Objects.requireNonNullElse(message.text(), "");
    return new Messages(account, self).read(id, with, own, text, files, at).message();
  }
}
