package dev.moltbot.mime;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.Quarantined;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Mails on their way to becoming messages: each added mail ends up readable or in quarantine.
 *
 * <p>Not thread-safe.
 */
public final class MailBatch {
  private final MailParser parser;
  private final Predicate<String> owner;
  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private long bytes;

  public MailBatch(MailParser parser) {
    this(parser, address -> false);
  }

  /**
   * Mails of a source that does not tell which of them the owner wrote.
   *
   * @param owner whether an address is the owner's
   */
  public MailBatch(MailParser parser, Predicate<String> owner) {
    this.parser = parser;
    this.owner = owner;
  }

  /** Reads the mail and sorts it in. */
  public void add(MailPlace place, byte[] raw) {
    bytes += raw.length;
    switch (parser.parse(raw)) {
      case Mail mail -> add(place, raw, mail);
      case Unreadable(String reason) -> setAside(place, reason, raw.length, raw);
    }
  }

  private void add(MailPlace place, byte[] raw, Mail mail) {
    if (mail.author().isEmpty()) {
      setAside(place, "no usable address in From or Sender", raw.length, raw);
    } else {
      messages.add(new MessageOfMail(place, mail, owner).by(mail.author().get()));
    }
  }

  /** Sorts in a mail that was too large to be held. */
  public void addTooLarge(MailPlace place, long size, byte[] head) {
    bytes += head.length;
    setAside(place, parser.tooLarge(size).reason(), size, head);
  }

  /** Sorts in a mail whose bytes the channel could not deliver. */
  public void setAside(MailPlace place, String reason, long size, byte[] head) {
    quarantined.add(new Quarantined(place.id(), reason, size, RawBytes.headOf(head)));
  }

  public List<InboundMessage> messages() {
    return messages;
  }

  public List<Quarantined> quarantined() {
    return quarantined;
  }

  /** Mails of either kind. */
  public int size() {
    return messages.size() + quarantined.size();
  }

  /** Bytes taken in, a bound on the memory that this batch holds. */
  public long bytes() {
    return bytes;
  }
}
