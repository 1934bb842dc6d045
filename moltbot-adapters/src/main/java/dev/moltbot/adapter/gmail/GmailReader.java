package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Budget;
import dev.moltbot.channel.Patience;
import dev.moltbot.channel.Quiet;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Gmail account by its history. Where there is none to go by, at the first read or when
 * Gmail has forgotten the id, all mail since the last known moment is listed; the store drops what
 * it has already.
 */
final class GmailReader implements ChannelReader {
  /** How far back the very first read goes. */
  static final Duration FIRST_WINDOW = Duration.ofDays(14);

  /** How much earlier than the lost position the listing starts; clocks differ. */
  static final Duration OVERLAP = Duration.ofDays(1);

  /** Records asked for at once. */
  private static final int HISTORY_PAGE = 100;

  /** Empty pages followed in one read. */
  private static final int MAX_EMPTY_PAGES = 10;

  private final GmailCalls calls;
  private final GmailApi api;
  private final AccountId account;
  private final InstantSource time;
  private final Listings listings;
  private final Patience patience = new Patience();
  private final Quiet quiet;

  GmailReader(GmailCalls calls, GmailApi api, AccountId account, InstantSource time) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.time = time;
    this.quiet = new Quiet("Gmail", time);
    this.listings = new Listings(calls, api, account, time);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    return quiet.stillOn().orElseGet(() -> readNow(from, limit));
  }

  private ReadResult readNow(Cursor from, int limit) {
    Instant now = time.instant();
    Budget budget = Budget.of(limit, time);
    Haul haul = new Haul(calls, api, account, patience);
    ReadResult result =
        switch (Position.of(from)) {
          case Position.Start() -> listings.begin(now.minus(FIRST_WINDOW), haul, budget);
          case Position.History history -> history(history, haul, budget);
          case Position.Listing listing -> listings.read(listing, haul, budget);
        };
    if (haul.size() > 0) {
      haul.trouble().ifPresent(quiet::after);
    }
    return result;
  }

  private ReadResult history(Position.History from, Haul haul, Budget budget) {
    Answer<GmailApi.HistoryList> answer = firstPageWithRecords(from);
    return switch (answer) {
      case Answer.Done<GmailApi.HistoryList>(var page) ->
          HistorySteps.of(from, page)
              .map(steps -> follow(steps, from, haul, budget))
              .orElseGet(() -> GmailCalls.READINGS.nonsense("history"));
      case Answer.Declined<GmailApi.HistoryList> declined when forgotten(declined) ->
          listings.begin(from.asOf().minus(OVERLAP), haul, budget);
      case Answer.Declined<GmailApi.HistoryList> declined -> GmailCalls.READINGS.trouble(declined);
      case Answer.Lost<GmailApi.HistoryList> lost -> GmailCalls.READINGS.trouble(lost);
    };
  }

  /** A page may be empty where everything on it was filtered away, and not be the last. */
  private Answer<GmailApi.HistoryList> firstPageWithRecords(Position.History from) {
    Answer<GmailApi.HistoryList> answer = page(from, null);
    for (int pages = 1; pages < MAX_EMPTY_PAGES; pages++) {
      if (!(answer instanceof Answer.Done<GmailApi.HistoryList>(var page))
          || page.nextPageToken() == null
          || (page.history() != null && !page.history().isEmpty())) {
        return answer;
      }
      answer = page(from, page.nextPageToken());
    }
    return answer;
  }

  private Answer<GmailApi.HistoryList> page(Position.History from, @Nullable String token) {
    return calls.make(bearer -> api.history(bearer, from.id(), HISTORY_PAGE, token));
  }

  /** 404 is what Gmail says of an id it no longer has; 400 of one that it never gave out. */
  private static boolean forgotten(Answer.Declined<?> declined) {
    return GmailCalls.declinedAs(declined, 404) || GmailCalls.declinedAs(declined, 400);
  }

  private ReadResult follow(HistorySteps steps, Position.History from, Haul haul, Budget budget) {
    int done = haul.take(steps.added(), from.skip(), budget);
    Position next = steps.after(done, time.instant());
    return done < steps.added().size()
        ? haul.soFar(next, done > from.skip())
        : haul.batch(next, !steps.isLast());
  }
}
