package dev.moltbot.port;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.List;

/**
 * All there is to know of a person.
 *
 * @param handles with the names they go by there
 * @param marks addresses, numbers and pages that are theirs, whatever the channel
 * @param ties how much was written, by channel
 */
public record PersonPage(
    PersonLine line,
    List<Named> handles,
    List<String> marks,
    List<Detail> details,
    List<Note> notes,
    List<Link> links,
    List<Tie> ties) {

  public PersonPage {
    handles = List.copyOf(handles);
    marks = List.copyOf(marks);
    details = List.copyOf(details);
    notes = List.copyOf(notes);
    links = List.copyOf(links);
    ties = List.copyOf(ties);
  }

  /** A handle, and the name last given there; empty when none was. */
  public record Named(Handle handle, UntrustedText name) {}

  /** What the owner wrote about them. */
  public record Note(String words, Instant writtenAt) {}

  /**
   * Why two of the handles are one person.
   *
   * @param evidence such as {@code OWNER_SAID} or {@code SAME_ADDRESS}
   * @param mark what they share; empty for the owner's word
   */
  public record Link(Handle first, Handle second, String evidence, String mark, Instant at) {}

  /**
   * What went to and fro on one channel.
   *
   * @param received written to the owner, and to few others
   * @param sent what the owner wrote to them
   * @param toMany what they wrote to groups, lists and many, and what programs wrote in their name
   */
  public record Tie(
      ChannelId channel, long received, long sent, long toMany, Instant first, Instant last) {}

  /** Neither name nor anything else. */
  @Override
  public String toString() {
    return "PersonPage[" + line.id().value() + "]";
  }
}
