package dev.moltbot.domain.contact;

import dev.moltbot.domain.contact.AutomaticLinks.Node;
import dev.moltbot.domain.message.UntrustedText;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who the owner knows: handles with the marks they show, what the owner says about them, and the
 * people that follow. Nothing that follows is kept, so whatever was said in whatever order, the
 * same sayings are the same graph, and taking one back leaves no trace.
 *
 * <p>Immutable: every change is a new graph. What a store does with a few rows this does with the
 * whole graph; the store is tested against it.
 */
public final class ContactGraph {
  private final NameComparison names;
  private final Map<ContactId, Known> known;
  private final Set<Pair> owners;
  private final Set<Pair> apart;

  private ContactGraph(
      NameComparison names, Map<ContactId, Known> known, Set<Pair> owners, Set<Pair> apart) {
    this.names = names;
    this.known = Map.copyOf(known);
    this.owners = Set.copyOf(owners);
    this.apart = Set.copyOf(apart);
  }

  private record Known(Handle handle, UntrustedText name, Instant namedAt, Set<Mark> marks) {

    Known and(Known other) {
      var all = new HashSet<>(marks);
      all.addAll(other.marks);
      boolean later = !other.name.isBlank() && (name.isBlank() || before(other));
      return later
          ? new Known(handle, other.name, other.namedAt, all)
          : new Known(handle, name, namedAt, all);
    }

    private boolean before(Known other) {
      int order = namedAt.compareTo(other.namedAt);
      return order < 0 || (order == 0 && name.reveal().compareTo(other.name.reveal()) < 0);
    }
  }

  /** No one is known yet. */
  public static ContactGraph empty(NameComparison names) {
    return new ContactGraph(names, Map.of(), Set.of(), Set.of());
  }

  /** Somebody was met, or is spoken of. */
  public ContactGraph observe(Identity identity) {
    var next = new HashMap<>(known);
    next.merge(
        ContactId.of(identity.handle()),
        new Known(identity.handle(), identity.name(), identity.seenAt(), identity.marks()),
        Known::and);
    return new ContactGraph(names, next, owners, apart);
  }

  /**
   * The owner says that two are one person. This counts for more than having been kept apart, until
   * it is taken back.
   */
  public ContactGraph link(Handle one, Handle other) {
    Membership contacts = contacts();
    ContactId first = contactId(one, contacts);
    ContactId second = contactId(other, contacts);
    if (first.equals(second)) {
      return this;
    }
    Set<ContactId> some = contacts.nodes(first);
    Set<ContactId> others = contacts.nodes(second);
    var next = new HashSet<>(owners);
    apart.stream().filter(pair -> crosses(pair, some, others)).forEach(next::add);
    if (next.size() == owners.size()) {
      next.add(Pair.of(first, second));
    }
    return new ContactGraph(names, known, next, apart);
  }

  /**
   * Takes some handles of a contact out of it: what the owner linked is taken back; what evidence
   * still joins is kept apart from now on.
   */
  public ContactGraph unlink(Collection<Handle> out) {
    Set<ContactId> leaving = out.stream().map(ContactId::of).collect(Collectors.toSet());
    Membership before = contacts();
    Set<ContactId> whole = leaving.stream().map(before::of).collect(Collectors.toSet());
    var staying = new HashSet<>(known.keySet());
    staying.removeIf(node -> leaving.contains(node) || !whole.contains(before.of(node)));
    var left = new HashSet<>(owners);
    left.removeIf(pair -> crosses(pair, leaving, staying));
    var parted = new ContactGraph(names, known, left, apart);
    Membership after = parted.contacts();
    Set<ContactId> gone = leaving.stream().map(after::of).collect(Collectors.toSet());
    boolean still = staying.stream().anyMatch(node -> gone.contains(after.of(node)));
    return still ? parted.apart(leaving, staying) : parted;
  }

  private static boolean crosses(Pair pair, Set<ContactId> some, Set<ContactId> others) {
    return (some.contains(pair.first()) && others.contains(pair.second()))
        || (some.contains(pair.second()) && others.contains(pair.first()));
  }

  /** The owner says that two are different people: evidence no longer joins them. */
  public ContactGraph apart(Handle one, Handle other) {
    return apart(Set.of(ContactId.of(one)), Set.of(ContactId.of(other)));
  }

  private ContactGraph apart(Set<ContactId> some, Set<ContactId> others) {
    var next = new HashSet<>(apart);
    some.forEach(one -> others.forEach(other -> next.add(Pair.of(one, other))));
    return new ContactGraph(names, known, owners, next);
  }

  /** The links that evidence makes, counted or not. */
  public Set<Pair> automatic() {
    return outcomes(AutomaticLinks.Outcome::links);
  }

  /** Pairs that share a mark under names that contradict each other; the owner knows. */
  public Set<Pair> doubts() {
    return outcomes(AutomaticLinks.Outcome::doubts);
  }

  private Set<Pair> outcomes(Function<AutomaticLinks.Outcome, Set<Pair>> part) {
    var byMark = new HashMap<Mark, Set<Node>>();
    known.forEach((id, one) ->
        one.marks()
            .forEach(mark ->
                byMark
                    .computeIfAbsent(mark, unused -> new HashSet<>())
                    .add(new Node(id, one.name(), own(one, mark)))));
    return byMark.entrySet().stream()
        .map(each -> AutomaticLinks.of(each.getKey(), each.getValue(), apart, names))
        .flatMap(each -> part.apply(each).stream())
        .collect(Collectors.toSet());
  }

  private static boolean own(Known one, Mark mark) {
    return Mark.of(one.handle()).filter(mark::equals).isPresent();
  }

  /** The contact of every handle, both by the ids that handles have by themselves. */
  public Membership contacts() {
    var links = new HashMap<Pair, Boolean>();
    automatic().forEach(pair -> links.put(pair, false));
    owners.forEach(pair -> links.put(pair, true));
    return Joining.of(known.keySet(), links, apart);
  }

  private static ContactId contactId(Handle handle, Membership contacts) {
    ContactId node = ContactId.of(handle);
    if (!contacts.knows(node)) {
      throw new IllegalArgumentException("no contact has this handle");
    }
    return contacts.of(node);
  }

  public Optional<Contact> contactOf(Handle handle) {
    ContactId node = ContactId.of(handle);
    Membership contacts = contacts();
    return contacts.knows(node)
        ? Optional.of(contact(contacts.of(node), contacts.nodes(contacts.of(node))))
        : Optional.empty();
  }

  /** As the latest of the names says. */
  private Contact contact(ContactId id, Set<ContactId> nodes) {
    Comparator<Known> latest =
        Comparator.comparing((Known one) -> !one.name().isBlank())
            .thenComparing(Known::namedAt)
            .thenComparing(one -> one.name().reveal());
    UntrustedText name = known(nodes).max(latest).orElseThrow().name();
    return new Contact(id, name, known(nodes).map(Known::handle).collect(Collectors.toSet()));
  }

  private Stream<Known> known(Set<ContactId> nodes) {
    return nodes.stream().flatMap(node -> Stream.ofNullable(known.get(node)));
  }

  /** How many people are known. */
  public int size() {
    return contacts().size();
  }
}
