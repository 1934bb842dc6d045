package dev.moltbot.adapter.gmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of history, flattened to the messages it added, with the way back: which position stands
 * for having dealt with the first so many of them.
 */
final class HistorySteps {
  /** How old the moment in an otherwise unchanged position may become. */
  private static final Duration AS_OF_AGE = Duration.ofHours(1);

  private final Position.History from;
  private final GmailApi.HistoryList page;
  private final List<GmailApi.HistoryRecord> records;
  private final List<GmailApi.Message> added = new ArrayList<>();

  /** For each added message its record's index, and how many of that record stand before it. */
  private final List<int[]> places = new ArrayList<>();

  private HistorySteps(Position.History from, GmailApi.HistoryList page) {
    this.from = from;
    this.page = page;
    this.records = page.history() == null ? List.of() : page.history();
    for (int r = 0; r < records.size(); r++) {
      flatten(r);
    }
  }

  /** Empty for a page that cannot be gone on from. */
  static Optional<HistorySteps> of(Position.History from, GmailApi.HistoryList page) {
    HistorySteps steps = new HistorySteps(from, page);
    boolean named = steps.records.stream().allMatch(record -> record.id() != null);
    boolean goesOn = steps.isLast() ? page.historyId() != null : !steps.records.isEmpty();
    return named && goesOn ? Optional.of(steps) : Optional.empty();
  }

  private void flatten(int r) {
    List<GmailApi.Added> additions = records.get(r).messagesAdded();
    int before = 0;
    for (GmailApi.Added addition : additions == null ? List.<GmailApi.Added>of() : additions) {
      GmailApi.Message message = addition.message();
      if (message != null) {
        added.add(message);
        places.add(new int[] {r, before++});
      }
    }
  }

  List<GmailApi.Message> added() {
    return added;
  }

  boolean isLast() {
    return page.nextPageToken() == null;
  }

  /**
   * The position after the first {@code done} messages. A history id may be named as a start at any
   * record, so page tokens, which expire, are never kept.
   */
  Position after(int done, Instant now) {
    if (done < added.size()) {
      int record = places.get(done)[0];
      return new Position.History(idBefore(record), from.asOf(), places.get(done)[1]);
    }
    if (isLast()) {
      return upToDate(orStart(page.historyId()), now);
    }
    return new Position.History(idBefore(records.size()), from.asOf(), 0);
  }

  /** The same position for a while when nothing happened: each new one costs a transaction. */
  private Position upToDate(String id, Instant now) {
    boolean same = id.equals(from.id()) && from.skip() == 0;
    return same && now.isBefore(from.asOf().plus(AS_OF_AGE))
        ? from
        : new Position.History(id, now, 0);
  }

  private String idBefore(int record) {
    return record == 0 ? from.id() : orStart(records.get(record - 1).id());
  }

  private String orStart(@Nullable String id) {
    return id == null ? from.id() : id;
  }
}
