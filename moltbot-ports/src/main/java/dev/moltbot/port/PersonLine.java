package dev.moltbot.port;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.UntrustedText;
import java.util.List;

/**
 * A person, as one line of a list.
 *
 * @param name as the owner calls them, else as their card in an address book, else as they last
 *     called themselves, else where they can be written to
 * @param handles by channel, at most {@value #MAX_HANDLES}
 * @param tags the owner's own
 */
public record PersonLine(
    ContactId id, UntrustedText name, List<Handle> handles, List<String> tags) {
  /** Most handles that one line names. */
  public static final int MAX_HANDLES = 50;

  public PersonLine {
    handles = List.copyOf(handles);
    tags = List.copyOf(tags);
  }

  /** Neither name nor handles. */
  @Override
  public String toString() {
    return "PersonLine[" + id.value() + ", " + handles.size() + " handles]";
  }
}
