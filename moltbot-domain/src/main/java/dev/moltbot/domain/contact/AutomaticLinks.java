package dev.moltbot.domain.contact;

import dev.moltbot.domain.contact.NameComparison.Result;
import dev.moltbot.domain.message.UntrustedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one mark proves about the handles that show it: a function of them alone, so that the order
 * in which they were met makes no difference.
 *
 * <ul>
 *   <li>Handles that <em>are</em> the mailbox or the number are one person, whatever they are
 *       called there.
 *   <li>Cards that only mention it are that person, too, unless two names contradict each other, as
 *       on a family's land line. Then only equal names are joined; the rest is for the owner.
 *   <li>An office's address is treated as if names contradicted each other there.
 *   <li>A mark that more than {@value #MAX_SHARING} cards mention proves nothing.
 * </ul>
 */
public final class AutomaticLinks {
  /** Most handles that mention a mark which is still one person's. */
  public static final int MAX_SHARING = 50;

  /** Most people one doubtful mark makes suggestions of: more are an office or a switchboard. */
  static final int MAX_DOUBTED = 4;

  private final Set<Pair> apart;
  private final NameComparison names;
  private final List<List<Node>> people = new ArrayList<>();

  private AutomaticLinks(Set<Pair> apart, NameComparison names) {
    this.apart = apart;
    this.names = names;
  }

  /**
   * A handle that shows the mark.
   *
   * @param own whether it is the address or number itself
   */
  public record Node(ContactId id, UntrustedText name, boolean own) {}

  /**
   * What follows.
   *
   * @param links enough of them to join who is one person, and no more
   * @param doubts pairs of different people, or of one under two names: the owner knows
   */
  public record Outcome(Set<Pair> links, Set<Pair> doubts) {
    public Outcome {
      links = Set.copyOf(links);
      doubts = Set.copyOf(doubts);
    }

    private static final Outcome NOTHING = new Outcome(Set.of(), Set.of());
  }

  /**
   * Decides about one mark.
   *
   * @param apart which nodes are different people by the owner's word
   */
  public static Outcome of(
      Mark mark, Collection<Node> sharing, Set<Pair> apart, NameComparison names) {
    return sharing.size() < 2
        ? Outcome.NOTHING
        : new AutomaticLinks(apart, names).decide(mark, sharing);
  }

  private Outcome decide(Mark mark, Collection<Node> sharing) {
    List<Node> sorted = sharing.stream().sorted(Comparator.comparing(Node::id)).toList();
    sorted.stream().filter(Node::own).forEach(this::place);
    List<Node> others = sorted.stream().filter(node -> !node.own()).toList();
    if (others.size() > MAX_SHARING) {
      return new Outcome(links(), Set.of());
    }
    boolean office = RoleAddresses.contain(mark);
    boolean strict = office || contradicting(sorted);
    others.forEach(strict ? this::placeByName : this::place);
    return new Outcome(links(), strict && !office ? doubts() : Set.of());
  }

  private void place(Node node) {
    people.stream()
        .filter(person -> mayBe(person, node))
        .findFirst()
        .ifPresentOrElse(person -> person.add(node), () -> alone(node));
  }

  private void placeByName(Node node) {
    people.stream()
        .filter(person -> mayBe(person, node) && calledSo(person, node))
        .findFirst()
        .ifPresentOrElse(person -> person.add(node), () -> alone(node));
  }

  private void alone(Node node) {
    people.add(new ArrayList<>(List.of(node)));
  }

  private boolean mayBe(List<Node> person, Node node) {
    return person.stream().noneMatch(each -> apart.contains(Pair.of(each.id(), node.id())));
  }

  private boolean calledSo(List<Node> person, Node node) {
    List<Node> named = person.stream().filter(each -> !each.name().isBlank()).toList();
    return !node.name().isBlank()
        && !named.isEmpty()
        && named.stream().allMatch(each -> result(each.name(), node.name()) == Result.SAME);
  }

  /** Equal texts are the same name even where it is one word, which a comparison may not take. */
  private Result result(UntrustedText one, UntrustedText other) {
    return one.equals(other) ? Result.SAME : names.compare(one, other);
  }

  /** Cards against each other and against what the address itself is called. */
  private boolean contradicting(List<Node> nodes) {
    List<Node> named = nodes.stream().filter(node -> !node.name().isBlank()).toList();
    for (int i = 0; i < named.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean bothOwn = named.get(i).own() && named.get(j).own();
        if (!bothOwn && result(named.get(i).name(), named.get(j).name()) == Result.CONTRADICTING) {
          return true;
        }
      }
    }
    return false;
  }

  /** A star around the smallest. */
  private Set<Pair> links() {
    var links = new HashSet<Pair>();
    for (List<Node> person : people) {
      ContactId centre = smallest(person);
      person.stream()
          .map(Node::id)
          .filter(id -> !id.equals(centre))
          .forEach(id -> links.add(Pair.of(centre, id)));
    }
    return links;
  }

  private Set<Pair> doubts() {
    var doubts = new HashSet<Pair>();
    for (int i = 0; people.size() <= MAX_DOUBTED && i < people.size(); i++) {
      for (int j = 0; j < i; j++) {
        doubts.add(Pair.of(smallest(people.get(i)), smallest(people.get(j))));
      }
    }
    doubts.removeAll(apart);
    return doubts;
  }

  private static ContactId smallest(List<Node> person) {
    return person.stream().map(Node::id).min(Comparator.naturalOrder()).orElseThrow();
  }
}
