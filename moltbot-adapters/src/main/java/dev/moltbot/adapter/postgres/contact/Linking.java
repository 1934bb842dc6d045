package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.contact.AutomaticLinks;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.contact.NameComparison;
import dev.moltbot.domain.contact.Pair;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.naming.FullNames;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The links that marks make, brought up to date around what changed: what is stored is at every
 * commit what {@link AutomaticLinks} makes of the marks that are stored.
 */
public final class Linking {
  /** Any number nobody else locks: the graph is changed by one transaction at a time. */
  private static final long GRAPH_LOCK = 0x6772617068L;

  static final NameComparison NAMES = new FullNames();

  /** One more than prove anything, so that too many can be told from enough. */
  private static final int MENTIONS_READ = AutomaticLinks.MAX_SHARING + 1;

  private static final String SHARED =
      """
      with touched as (
          select distinct mark_key, kind, value from mark where handle_id = any(?)),
      sharing as (
          select t.*, s.handle_id, s.own from touched t cross join lateral (
              (select m.handle_id, true as own from mark m
               where m.mark_key = t.mark_key and m.own order by m.handle_id limit 200)
              union all
              (select m.handle_id, false from mark m
               where m.mark_key = t.mark_key and not m.own order by m.handle_id limit ?)) s)
      select s.mark_key, s.kind, s.value, s.own, h.handle_id, h.handle_key, h.name
      from (select *, count(*) over (partition by mark_key) as handles from sharing) s
      join handle h on h.handle_id = s.handle_id
      where s.handles > 1
      """;

  /** Marks whose handles are of several contacts, though few enough mention them. */
  private static final String CONTESTED =
      """
      select m.mark_key, m.kind, m.value, m.own, h.handle_id, h.handle_key, h.name
      from (
          select m.mark_key from mark m join handle h on h.handle_id = m.handle_id
          group by m.mark_key
          having count(distinct h.contact_id) > 1 and count(*) filter (where not m.own) <= ?
          order by m.mark_key limit 5000) c
      join mark m on m.mark_key = c.mark_key
      join handle h on h.handle_id = m.handle_id
      """;

  private static final String STORED =
      """
      select l.first_id, f.handle_key as first_key, l.second_id, s.handle_key as second_key,
          l.mark_key
      from link l
      join handle f on f.handle_id = l.first_id
      join handle s on s.handle_id = l.second_id
      where l.mark_key = any(?) and l.evidence <> 'OWNER_SAID'
      """;

  private static final String ADD =
      """
      insert into link (first_id, second_id, evidence, mark_key, linked_at)
      select g.*, ?::timestamptz
      from unnest(?::bigint[], ?::bigint[], ?::text[], ?::uuid[]) as g (one, other, evidence, mark)
      on conflict on constraint link_once do nothing
      """;

  private static final String REMOVE =
      """
      delete from link l using unnest(?::bigint[], ?::bigint[], ?::uuid[]) as g (one, other, mark)
      where l.first_id = g.one and l.second_id = g.other and l.mark_key = g.mark
          and l.evidence <> 'OWNER_SAID'
      """;

  private final Tx tx;
  private final Nodes nodes = new Nodes();
  private final Map<UUID, Shared> marks = new HashMap<>();

  private Linking(Tx tx) {
    this.tx = tx;
  }

  private record Shared(Mark mark, List<AutomaticLinks.Node> nodes) {}

  /** A link as it is stored: by which mark. */
  record Link(Pair pair, UUID mark, Mark.Kind kind) {
    String evidence() {
      return switch (kind) {
        case EMAIL -> "SAME_ADDRESS";
        case PHONE -> "SAME_PHONE";
        case PROFILE -> "SAME_PROFILE";
      };
    }
  }

  /** Has the graph to itself until the transaction ends. Before the first change of a handle. */
  public static void lock(Tx tx) throws SQLException {
    tx.any("select pg_advisory_xact_lock(?)", GRAPH_LOCK);
  }

  /**
   * Makes links and contacts right again after names or marks of these handles changed, or whom the
   * owner keeps apart.
   *
   * @return how many links were made
   */
  public static int around(Tx tx, Collection<Long> changed, Instant now) throws SQLException {
    return changed.isEmpty() ? 0 : new Linking(tx).refresh(changed, now);
  }

  /**
   * Pairs that share a mark of one kind under names that contradict each other.
   *
   * @param firsts numbers of handles
   */
  record Doubts(String reason, Column firsts, Column seconds) {}

  /** What marks leave for the owner to decide, over the whole graph. */
  static List<Doubts> doubts(Tx tx) throws SQLException {
    var linking = new Linking(tx);
    tx.all(CONTESTED, linking::note, AutomaticLinks.MAX_SHARING);
    Set<Pair> apart = linking.nodes.apart(tx);
    var doubts = new ArrayList<Doubts>();
    for (Mark.Kind kind : Mark.Kind.values()) {
      List<Pair> pairs =
          linking.marks.values().stream()
              .filter(shared -> shared.mark().kind() == kind)
              .flatMap(shared ->
                  AutomaticLinks.of(shared.mark(), shared.nodes(), apart, NAMES).doubts().stream())
              .toList();
      Column firsts = linking.nodes.numbersOf(pairs, false);
      doubts.add(new Doubts(reason(kind), firsts, linking.nodes.numbersOf(pairs, true)));
    }
    return doubts;
  }

  private static String reason(Mark.Kind kind) {
    return switch (kind) {
      case EMAIL -> "the same e-mail address, under two names";
      case PHONE -> "the same phone number, under two names";
      case PROFILE -> "the same profile page, under two names";
    };
  }

  private int refresh(Collection<Long> changed, Instant now) throws SQLException {
    read(changed);
    if (marks.isEmpty()) {
      return 0;
    }
    Set<Link> wanted = wanted();
    Set<Link> stored = stored();
    var made = new ArrayList<>(wanted);
    made.removeAll(stored);
    var gone = new ArrayList<>(stored);
    gone.removeAll(wanted);
    if (made.isEmpty() && gone.isEmpty()) {
      return 0;
    }
    store(made, gone, now);
    tx.audit(new AuditEvent.ContactsRelinked(made.size(), gone.size()));
    var ends = new HashSet<Long>();
    List.of(made, gone).forEach(links -> links.forEach(link -> addEnds(ends, link.pair())));
    Labels.around(tx, ends);
    return made.size();
  }

  private void addEnds(Set<Long> ends, Pair pair) {
    ends.add(nodes.number(pair.first()));
    ends.add(nodes.number(pair.second()));
  }

  private void read(Collection<Long> changed) throws SQLException {
    tx.all(SHARED, this::note, Column.of("bigint", changed, number -> number), MENTIONS_READ);
  }

  private boolean note(Row row) throws SQLException {
    var id = new ContactId(row.uuid("handle_key"));
    var mark = new Mark(Mark.Kind.valueOf(row.text("kind")), row.text("value"));
    var node = new AutomaticLinks.Node(id, new UntrustedText(row.text("name")), row.yes("own"));
    nodes.add(row.number("handle_id"), id);
    marks
        .computeIfAbsent(row.uuid("mark_key"), unused -> new Shared(mark, new ArrayList<>()))
        .nodes()
        .add(node);
    return true;
  }

  private Set<Link> wanted() throws SQLException {
    Set<Pair> apart = nodes.apart(tx);
    var wanted = new HashSet<Link>();
    marks.forEach((key, shared) ->
        AutomaticLinks.of(shared.mark(), shared.nodes(), apart, NAMES)
            .links()
            .forEach(pair -> wanted.add(new Link(pair, key, shared.mark().kind()))));
    return wanted;
  }

  /** Of marks that are shared by too many by now, links to handles that were not read, too. */
  private Set<Link> stored() throws SQLException {
    return new HashSet<>(
        tx.all(STORED, this::stored, Column.of("uuid", marks.keySet(), key -> key)));
  }

  private Link stored(Row row) throws SQLException {
    nodes.add(row.number("first_id"), new ContactId(row.uuid("first_key")));
    nodes.add(row.number("second_id"), new ContactId(row.uuid("second_key")));
    UUID mark = row.uuid("mark_key");
    return new Link(nodes.pair(row), mark, kind(mark));
  }

  private Mark.Kind kind(UUID mark) {
    Shared shared = marks.get(mark);
    if (shared == null) {
      throw new IllegalStateException("a link by a mark that was not asked for");
    }
    return shared.mark().kind();
  }

  private void store(List<Link> made, List<Link> gone, Instant now) throws SQLException {
    List<Pair> added = made.stream().map(Link::pair).toList();
    tx.run(
        ADD,
        now,
        nodes.numbersOf(added, false),
        nodes.numbersOf(added, true),
        Column.of("text", made, Link::evidence),
        Column.of("uuid", made, Link::mark));
    List<Pair> removed = gone.stream().map(Link::pair).toList();
    tx.run(
        REMOVE,
        nodes.numbersOf(removed, false),
        nodes.numbersOf(removed, true),
        Column.of("uuid", gone, Link::mark));
  }
}
