package dev.moltbot.mime;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Threading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Approved words as a mail of the owner's. */
public final class Replies {
  private final MailAddress owner;

  /** Writes as this address. */
  public Replies(MailAddress owner) {
    this.owner = owner;
  }

  /**
   * The id of the mail that an approval becomes. Follows from the approval, so that a mail whose
   * fate is unknown can be asked for, by any process and after any crash.
   */
  public String messageId(ApprovalId approval) {
    String domain = owner.address().substring(owner.address().lastIndexOf('@') + 1);
    return "<" + approval.value() + "@" + domain + ">";
  }

  /** The mail, or empty when a recipient's address is none. */
  public Optional<byte[]> write(OutboundMessage message, Instant date) {
    Destination to = message.to();
    List<MailAddress> recipients = recipients(to.recipients());
    if (recipients.size() < to.recipients().size()) {
      return Optional.empty();
    }
    return Optional.of(
        MailWriter.write(
            new OutgoingMail(
                owner,
                recipients,
                to.subject(),
                message.text().value(),
                date,
                ids(messageId(message.approval()), to.threading()))));
  }

  private static List<MailAddress> recipients(List<Address> addresses) {
    return addresses.stream()
        .flatMap(address -> MailAddress.of("", address.value()).stream())
        .toList();
  }

  private static Mail.Threading ids(String own, Threading answered) {
    if (answered.reference().isEmpty()) {
      return new Mail.Threading(own, List.of(), answered.ancestors());
    }
    List<String> references = new ArrayList<>(answered.ancestors());
    references.add(answered.reference());
    return new Mail.Threading(own, List.of(answered.reference()), references);
  }
}
