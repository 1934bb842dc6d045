package dev.moltbot.adapter.instagram;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that moved since a position, read page by page, and how far they were dealt
 * with. Instagram lists the last moved first, so a quick look ends with the first page on which
 * nothing moved; a full one does not rely on the order.
 *
 * <p>Dealt with in the order in which they moved, so that everything up to the last of them is done
 * when a read is cut. Kept in memory between two reads; losing it costs listing again.
 */
final class Listing {
  /** Most pages of one look. */
  static final int MAX_PAGES = 400;

  private static final Comparator<Moved> IN_ORDER =
      Comparator.comparing(Moved::updated).thenComparing(Moved::id);

  private final Position from;
  private final boolean full;
  private final Map<String, Moved> found = new LinkedHashMap<>();
  private final Map<String, Moved> done = new HashMap<>();
  private Instant top;
  private Instant mark = Instant.MIN;
  private @Nullable String page;
  private int pages;
  private boolean complete;

  Listing(Position from, boolean full) {
    this.from = from;
    this.full = full;
    this.top = from.since();
  }

  boolean full() {
    return full;
  }

  /** Whether every page was read that has to be. */
  boolean complete() {
    return complete;
  }

  /** The page to ask for next; null for the first. */
  @Nullable String page() {
    return page;
  }

  /** Takes in a page. */
  void add(InstagramApi.Page answer, Instant now) {
    boolean moved = false;
    List<InstagramApi.Raw> data = answer.data() == null ? List.of() : answer.data();
    for (InstagramApi.Raw entry : data) {
      Moved one = Moved.of(entry, from.since());
      if (!one.updated().isBefore(threshold())) {
        found.put(one.id(), one);
        moved = true;
      }
      // What moves while later pages are read may escape them, and is newer than this.
      if (pages == 0) {
        top = later(top, earlier(one.updated(), now));
      }
    }
    pages++;
    String next = next(answer.paging());
    complete = next == null || next.equals(page) || pages >= MAX_PAGES || (!moved && !full);
    page = next;
  }

  private Instant threshold() {
    return (full ? from.swept() : from.since()).minus(Position.OVERLAP);
  }

  private static @Nullable String next(InstagramApi.@Nullable Paging paging) {
    return paging == null || paging.next() == null || paging.cursors() == null
        ? null
        : paging.cursors().after();
  }

  /** What is left to deal with, in the order in which it moved. */
  List<Moved> left() {
    return found.values().stream()
        .filter(one -> !done.containsKey(one.id()) && !from.known().contains(one.digest()))
        .sorted(IN_ORDER)
        .toList();
  }

  /** Notes that this one was dealt with, and where it stood then. */
  void done(Moved listed, Moved read) {
    done.put(listed.id(), read);
    mark = later(mark, listed.updated());
  }

  /** How far it is when a read is cut: everything that moved earlier is done. */
  Position cut(String after) {
    Instant since = later(from.since(), earlier(mark, top));
    Instant swept = full ? later(from.swept(), earlier(mark, top)) : from.swept();
    Set<String> known = near(since, done.values());
    from.known().stream().limit(Position.MAX_KNOWN - known.size()).forEach(known::add);
    return new Position(from.origin(), since, swept, after, known);
  }

  /** How far it is when nothing is left. */
  Position end() {
    Instant since = later(from.since(), top);
    var standing = new LinkedHashMap<>(found);
    standing.putAll(done);
    return new Position(
        from.origin(), since, full ? since : from.swept(), "", near(since, standing.values()));
  }

  /** The last that moved, as far as the next look will see them again. */
  private static Set<String> near(Instant since, Iterable<Moved> all) {
    var near = new TreeSet<>(IN_ORDER.reversed());
    for (Moved one : all) {
      if (!one.updated().isBefore(since.minus(Position.OVERLAP))) {
        near.add(one);
      }
    }
    var digests = new TreeSet<String>();
    near.stream().limit(Position.MAX_KNOWN).map(Moved::digest).forEach(digests::add);
    return digests;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
