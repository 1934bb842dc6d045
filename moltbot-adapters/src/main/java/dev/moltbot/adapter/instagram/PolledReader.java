package dev.moltbot.adapter.instagram;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account by what moved: lists conversations, and reads those whose time or newest message
 * is another than before. Each is read whole, as far as Instagram shows it; the store drops what it
 * has. ADR 0057 says why nothing is lost.
 */
final class PolledReader implements ChannelReader {
  /** How far back the very first read goes. */
  static final Duration FIRST_WINDOW = Duration.ofDays(14);

  /** How often all conversations are listed, and not only the last moved. */
  static final Duration SWEEP = Duration.ofHours(1);

  /** A read begins no call after this; it ends well before the port's minute. */
  static final Duration BUDGET = Duration.ofSeconds(20);

  private final Graph graph;
  private final Owner owner;
  private final Tokens tokens;
  private final AccountId account;
  private final InstantSource time;
  private final Quiet quiet;
  private final Patience patience = new Patience();
  private Instant nextSweep = Instant.MIN;
  private @Nullable Listing open;
  private Cursor openAt = Cursor.START;

  PolledReader(Graph graph, Owner owner, Tokens tokens, AccountId account, InstantSource time) {
    this.graph = graph;
    this.owner = owner;
    this.tokens = tokens;
    this.account = account;
    this.time = time;
    this.quiet = new Quiet(Graph.WORDS.service(), time);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    return quiet.stillOn().orElseGet(() -> read(from, limit));
  }

  private ReadResult read(Cursor cursor, int limit) {
    tokens.keepFresh();
    Instant now = time.instant();
    Position from = Position.of(cursor, now.minus(FIRST_WINDOW));
    return switch (owner.self()) {
      case Answer.Done<Owner.Self>(var self) -> {
        var messages = new Messages(account, self);
        var budget = new Budget(limit, now.plus(BUDGET), time);
        var haul = new Haul(graph, messages, from, patience, budget);
        yield read(cursor, listing(cursor, from), haul, budget);
      }
      case Answer.Declined<Owner.Self> declined -> Graph.WORDS.trouble(declined);
      case Answer.Lost<Owner.Self> lost -> Graph.WORDS.trouble(lost);
    };
  }

  /** The one that a read left unfinished, if this read goes on where that one ended. */
  private Listing listing(Cursor cursor, Position from) {
    Listing left = open;
    open = null;
    return left != null && cursor.equals(openAt)
        ? left
        : new Listing(from, !time.instant().isBefore(nextSweep));
  }

  private ReadResult read(Cursor cursor, Listing listing, Haul haul, Budget budget) {
    Optional<ReadResult> trouble = complete(listing, budget);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    if (!listing.complete()) {
      return keep(listing, new ReadResult.Batch(List.of(), List.of(), cursor, true));
    }
    if (haul.take(listing)) {
      nextSweep = listing.full() ? time.instant().plus(SWEEP) : nextSweep;
      return haul.batch(listing.end(), false);
    }
    ReadResult why = haul.trouble().orElse(null);
    if (why != null && haul.isEmpty()) {
      return why;
    }
    if (why != null) {
      quiet.after(why);
    }
    return keep(listing, haul.batch(listing.cut(haul.after()), true));
  }

  /** Reads pages until there are enough, or time is up. */
  private Optional<ReadResult> complete(Listing listing, Budget budget) {
    while (!listing.complete() && !budget.spent()) {
      switch (graph.conversations(Graph.PAGE, listing.page())) {
        case Answer.Done<InstagramApi.Page>(var page) -> listing.add(page, time.instant());
        case Answer.Declined<InstagramApi.Page> declined -> {
          return Optional.of(Graph.WORDS.trouble(declined));
        }
        case Answer.Lost<InstagramApi.Page> lost -> {
          return Optional.of(Graph.WORDS.trouble(lost));
        }
      }
    }
    return Optional.empty();
  }

  private ReadResult keep(Listing listing, ReadResult.Batch batch) {
    open = listing;
    openAt = batch.next();
    return batch;
  }
}
