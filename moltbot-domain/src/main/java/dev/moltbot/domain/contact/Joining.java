package dev.moltbot.domain.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which nodes are one person, given the links between them. What the owner linked is one; a link
 * made by evidence does not count where it would join two whom the owner keeps apart.
 */
public final class Joining {
  private final Set<Pair> apart;
  private final Map<ContactId, Set<ContactId>> people = new HashMap<>();

  private Joining(Collection<ContactId> nodes, Set<Pair> apart) {
    this.apart = apart;
    nodes.forEach(node -> people.put(node, new TreeSet<>(Set.of(node))));
  }

  /**
   * Joins.
   *
   * @param links whether the owner made it, by pair; a link to what is no node is left out
   * @return the contact of each node: the smallest of its nodes
   */
  public static Membership of(
      Collection<ContactId> nodes, Map<Pair, Boolean> links, Set<Pair> apart) {
    var joining = new Joining(nodes, apart);
    links.entrySet().stream().filter(Map.Entry::getValue).forEach(e -> joining.join(e.getKey()));
    // In one order for everyone: of two links that cannot both count, the same one does.
    links.entrySet().stream()
        .filter(link -> !link.getValue())
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(Pair::first).thenComparing(Pair::second))
        .filter(pair -> !joining.keepsApart(pair))
        .forEach(joining::join);
    var contacts = new HashMap<ContactId, ContactId>();
    joining.people.forEach((node, all) -> contacts.put(node, all.iterator().next()));
    return new Membership(contacts);
  }

  private void join(Pair pair) {
    Set<ContactId> one = people.get(pair.first());
    Set<ContactId> other = people.get(pair.second());
    if (one != null && other != null && !one.equals(other)) {
      one.addAll(other);
      other.forEach(node -> people.put(node, one));
    }
  }

  private boolean keepsApart(Pair pair) {
    Set<ContactId> one = people.getOrDefault(pair.first(), Set.of());
    Set<ContactId> other = people.getOrDefault(pair.second(), Set.of());
    return !one.equals(other)
        && apart.stream()
            .anyMatch(each ->
                (one.contains(each.first()) && other.contains(each.second()))
                    || (other.contains(each.first()) && one.contains(each.second())));
  }
}
