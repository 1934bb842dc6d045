package dev.moltbot.domain.contact;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one source says about one person: the sender of a message, a card of an address book, a
 * connection. Several of them can be one contact.
 *
 * @param handle where this source names the person; a card without any address is named by its own
 *     id or content
 * @param marks addresses, numbers and pages it gives; the handle's own is always among them
 * @param annotations what the owner wrote about them there; only an address book of the owner's own
 *     has any
 * @param seenAt when the source said so, or {@link #UNDATED}; of two names the later one is shown
 */
public record Identity(
    Handle handle,
    UntrustedText name,
    Set<Mark> marks,
    List<Detail> details,
    List<Annotation> annotations,
    Instant seenAt) {
  /** When a source says something that tells no time: before every other. */
  public static final Instant UNDATED = InboundMessage.UNDATED;

  public Identity {
    var all = new HashSet<>(marks);
    Mark.of(handle).ifPresent(all::add);
    marks = Set.copyOf(all);
    details = List.copyOf(details);
    annotations = List.copyOf(annotations);
  }

  /** Of whom the owner wrote nothing there. */
  public Identity(
      Handle handle, UntrustedText name, Set<Mark> marks, List<Detail> details, Instant seenAt) {
    this(handle, name, marks, details, List.of(), seenAt);
  }

  /** Who is only known from a message. */
  public static Identity of(Handle handle, UntrustedText name, Instant seenAt) {
    return new Identity(handle, name, Set.of(), List.of(), seenAt);
  }

  /** Neither name nor marks. */
  @Override
  public String toString() {
    return "Identity[" + handle + ", " + marks.size() + " marks, " + details.size() + " details]";
  }
}
