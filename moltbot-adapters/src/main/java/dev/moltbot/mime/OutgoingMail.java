package dev.moltbot.mime;

import java.time.Instant;
import java.util.List;

/**
 * A reply about to be written out.
 *
 * @param ids our own message id, and those it answers
 */
public record OutgoingMail(
    MailAddress from,
    List<MailAddress> to,
    String subject,
    String text,
    Instant date,
    Mail.Threading ids) {
  public OutgoingMail {
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("no recipient");
    }
    if (HeaderText.ids(ids.messageId()).size() != 1) {
      throw new IllegalArgumentException("no message id");
    }
  }

  /** No words and no addresses: this is a private message. */
  @Override
  public String toString() {
    return "OutgoingMail[" + ids.messageId() + ", " + text.length() + " chars]";
  }
}
