package dev.moltbot.mime;

import dev.moltbot.domain.message.UntrustedText;
import java.util.List;
import java.util.Optional;

/**
 * One mail, read: plain values only, nothing of the parser left.
 *
 * @param subject decoded, one line
 */
public record Mail(
    Threading threading,
    Parties parties,
    UntrustedText subject,
    SentAt sentAt,
    Automation automation,
    Content content)
    implements Parsed {

  /** Who wrote it; empty when no usable address stands in From or Sender. */
  public Optional<MailAddress> author() {
    return parties.from().stream().findFirst();
  }

  /** The addresses of a mail; those we could not make sense of are left out. */
  public record Parties(
      List<MailAddress> from,
      List<MailAddress> to,
      List<MailAddress> cc,
      List<MailAddress> replyTo) {
    public Parties {
      from = List.copyOf(from);
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      replyTo = List.copyOf(replyTo);
    }
  }

  /**
   * The ids that tie a conversation together, each with its angle brackets.
   *
   * @param messageId empty when the mail has none, or one too long to be true
   */
  public record Threading(String messageId, List<String> inReplyTo, List<String> references) {
    public Threading {
      inReplyTo = List.copyOf(inReplyTo);
      references = List.copyOf(references);
    }

    /** The first mail of the conversation, as far as this one knows; may be its own id. */
    public String root() {
      if (!references.isEmpty()) {
        return references.getFirst();
      }
      return inReplyTo.isEmpty() ? messageId : inReplyTo.getFirst();
    }
  }

  /**
   * Signs that no person waits for the owner's answer.
   *
   * @param discussion sent to a list that takes answers (RFC 2369, List-Post)
   * @param bulk sent to many by a list that does not, or marked as bulk
   */
  public record Automation(boolean discussion, boolean bulk, boolean autoSubmitted) {
    /** True when any sign is present. */
    public boolean any() {
      return discussion || bulk || autoSubmitted;
    }
  }

  /**
   * What the mail says.
   *
   * @param text what a reader would see
   * @param hidden what a reader of the HTML would not see; a little of it is usual (preview lines),
   *     which is why it is handed on and not judged here
   * @param truncated true when the mail held more text than we keep, or ended in a broken part
   */
  public record Content(
      UntrustedText text, UntrustedText hidden, List<Attachment> attachments, boolean truncated) {
    public Content {
      attachments = List.copyOf(attachments);
    }

    /** True when the HTML carried words that are not shown. */
    public boolean hasHiddenText() {
      return !hidden.isBlank();
    }
  }

  /**
   * A part we name but do not read.
   *
   * @param encodedBytes its size as it stands in the mail, before decoding
   */
  public record Attachment(UntrustedText name, String mediaType, long encodedBytes) {}
}
