package dev.moltbot.domain.contact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Handles joined to contacts. Immutable: every change is a new graph, so that any state of it can
 * be compared with any other.
 */
public final class ContactGraph {
  /** No one is known yet. */
  public static final ContactGraph EMPTY = new ContactGraph(Map.of());

  private final Map<Handle, Contact> byHandle;

  private ContactGraph(Map<Handle, Contact> byHandle) {
    this.byHandle = Map.copyOf(byHandle);
  }

  public Optional<Contact> contactOf(Handle handle) {
    return Optional.ofNullable(byHandle.get(handle));
  }

  /** How many people are known. */
  public int size() {
    return Set.copyOf(byHandle.values()).size();
  }

  /** Adds a person; one of their handles being known already is a caller's bug. */
  public ContactGraph add(Contact contact) {
    var next = new HashMap<>(byHandle);
    for (Handle handle : contact.handles()) {
      if (next.put(handle, contact) != null) {
        throw new IllegalArgumentException("the handle already has a contact");
      }
    }
    return new ContactGraph(next);
  }

  /** Makes the two contacts of the evidence one: the first keeps its id and name. */
  public ContactGraph link(Evidence evidence) {
    Contact kept = known(evidence.first());
    Contact merged = known(evidence.second());
    if (kept.equals(merged)) {
      return this;
    }
    var handles = new HashSet<>(kept.handles());
    handles.addAll(merged.handles());
    var joined = new Contact(kept.id(), kept.name(), handles);
    var next = new HashMap<>(byHandle);
    handles.forEach(handle -> next.put(handle, joined));
    return new ContactGraph(next);
  }

  private Contact known(Handle handle) {
    return contactOf(handle)
        .orElseThrow(() -> new IllegalArgumentException("no contact has this handle"));
  }
}
