package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Budget;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ReadResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Lists all mail since a moment, page by page, newest first; then history takes over. */
final class Listings {
  /** Most messages listed in one go; older ones are left alone. */
  static final int MAX_LISTED = 10_000;

  static final String OTHER_ACCOUNT =
      "authorise Moltbot with the account in the settings, or correct the address there";

  private final GmailCalls calls;
  private final GmailApi api;
  private final AccountId account;
  private final InstantSource time;

  Listings(GmailCalls calls, GmailApi api, AccountId account, InstantSource time) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.time = time;
  }

  /** Takes the seed, then reads the first page. */
  ReadResult begin(Instant since, Haul haul, Budget budget) {
    Instant begun = time.instant();
    return switch (calls.make(api::profile)) {
      case Answer.Done<GmailApi.Profile>(var profile) -> begin(profile, since, begun, haul, budget);
      // A server without profiles: the newest message's id will do.
      case Answer.Declined<GmailApi.Profile> declined when GmailCalls.declinedAs(declined, 404) ->
          beginFromNewest(since, begun, haul, budget);
      case Answer.Declined<GmailApi.Profile> declined -> GmailCalls.READINGS.trouble(declined);
      case Answer.Lost<GmailApi.Profile> lost -> GmailCalls.READINGS.trouble(lost);
    };
  }

  private ReadResult begin(
      GmailApi.Profile profile, Instant since, Instant begun, Haul haul, Budget budget) {
    String seed = profile.historyId();
    String address = profile.emailAddress();
    if (seed == null || address == null) {
      return GmailCalls.READINGS.nonsense("profile");
    }
    return address.equalsIgnoreCase(account.name())
        ? read(new Position.Listing(seed, since, begun, 0, 0, ""), haul, budget)
        : new ReadResult.Stopped("the Gmail token is for another account", OTHER_ACCOUNT);
  }

  private ReadResult beginFromNewest(Instant since, Instant begun, Haul haul, Budget budget) {
    Answer<GmailApi.MessageList> newest = calls.make(bearer -> api.list(bearer, "", 1, null));
    if (!(newest instanceof Answer.Done<GmailApi.MessageList>(var list))) {
      return GmailCalls.READINGS.trouble(newest);
    }
    String id = messages(list).isEmpty() ? null : messages(list).getFirst().id();
    if (id == null) {
      return haul.batch(new Position.Start(), false);
    }
    Answer<GmailApi.Message> answer = calls.make(bearer -> api.message(bearer, id, "minimal"));
    if (!(answer instanceof Answer.Done<GmailApi.Message>(var message))) {
      return GmailCalls.READINGS.trouble(answer);
    }
    String seed = message.historyId();
    return seed == null
        ? GmailCalls.READINGS.nonsense("message")
        : read(new Position.Listing(seed, since, begun, 0, 0, ""), haul, budget);
  }

  /** Reads on from where the listing stands. */
  ReadResult read(Position.Listing at, Haul haul, Budget budget) {
    String query = "after:" + at.since().getEpochSecond();
    String page = at.page().isEmpty() ? null : at.page();
    Answer<GmailApi.MessageList> answer =
        calls.make(bearer -> api.list(bearer, query, Budget.MAX_MESSAGES, page));
    return switch (answer) {
      case Answer.Done<GmailApi.MessageList>(var list) -> take(at, list, haul, budget);
      // The page's token has expired: from the front again, after a pause.
      case Answer.Declined<GmailApi.MessageList> declined
          when GmailCalls.declinedAs(declined, 400) && page != null ->
          haul.batch(restarted(at), false);
      case Answer.Declined<GmailApi.MessageList> declined -> GmailCalls.READINGS.trouble(declined);
      case Answer.Lost<GmailApi.MessageList> lost -> GmailCalls.READINGS.trouble(lost);
    };
  }

  private static ReadResult take(
      Position.Listing at, GmailApi.MessageList list, Haul haul, Budget budget) {
    List<GmailApi.Message> listed = messages(list);
    int done = haul.take(listed, Math.min(at.skip(), listed.size()), budget);
    return done < listed.size()
        ? haul.soFar(within(at, done), done > at.skip())
        : haul.batch(next(at, list, listed.size()), true);
  }

  private static Position.Listing within(Position.Listing at, int done) {
    return new Position.Listing(at.seed(), at.since(), at.begun(), at.listed(), done, at.page());
  }

  private static Position next(Position.Listing at, GmailApi.MessageList list, int size) {
    int listed = at.listed() + size;
    return list.nextPageToken() == null || listed >= MAX_LISTED
        ? new Position.History(at.seed(), at.begun(), 0)
        : new Position.Listing(at.seed(), at.since(), at.begun(), listed, 0, list.nextPageToken());
  }

  private static Position.Listing restarted(Position.Listing at) {
    return new Position.Listing(at.seed(), at.since(), at.begun(), 0, 0, "");
  }

  private static List<GmailApi.Message> messages(GmailApi.MessageList list) {
    return list.messages() == null ? List.of() : list.messages();
  }
}
