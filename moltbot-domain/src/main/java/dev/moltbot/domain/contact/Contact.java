package dev.moltbot.domain.contact;

import dev.moltbot.domain.message.UntrustedText;
import java.util.Set;

/** A person: one or more handles, and the name they last gave themselves. */
public record Contact(ContactId id, UntrustedText name, Set<Handle> handles) {

  public Contact {
    handles = Set.copyOf(handles);
    if (handles.isEmpty()) {
      throw new IllegalArgumentException("a contact needs a handle");
    }
  }

  /** Neither name nor handles. */
  @Override
  public String toString() {
    return "Contact[" + id.value() + ", " + handles.size() + " handles]";
  }
}
