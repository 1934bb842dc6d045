package dev.moltbot.domain.contact;

/**
 * Two of the graph's nodes, the smaller first. A node is a handle by the id it has by itself; see
 * {@link ContactId#of}.
 */
public record Pair(ContactId first, ContactId second) {

  public Pair {
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException("not a pair in order");
    }
  }

  /** The two in order. They are different. */
  public static Pair of(ContactId one, ContactId other) {
    return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
  }
}
