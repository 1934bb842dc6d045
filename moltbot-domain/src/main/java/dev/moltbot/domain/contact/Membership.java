package dev.moltbot.domain.contact;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which contact each node is of. Immutable. */
public final class Membership {
  private final Map<ContactId, ContactId> contacts;

  /** The contact of each node, by node. */
  public Membership(Map<ContactId, ContactId> contacts) {
    this.contacts = Map.copyOf(contacts);
  }

  /** The contact of a node; one that is in no link is its own. */
  public ContactId of(ContactId node) {
    return contacts.getOrDefault(node, node);
  }

  public boolean knows(ContactId node) {
    return contacts.containsKey(node);
  }

  /** All nodes of a contact. */
  Set<ContactId> nodes(ContactId contact) {
    return contacts.keySet().stream()
        .filter(node -> of(node).equals(contact))
        .collect(Collectors.toSet());
  }

  /** How many contacts there are. */
  public int size() {
    return Set.copyOf(contacts.values()).size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Membership membership && contacts.equals(membership.contacts);
  }

  @Override
  public int hashCode() {
    return contacts.hashCode();
  }

  @Override
  public String toString() {
    return "Membership" + contacts;
  }
}
