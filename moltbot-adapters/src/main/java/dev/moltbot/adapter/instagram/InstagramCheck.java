package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Checks;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks whose token it is, whether it may see conversations, and how long it lives. */
final class InstagramCheck implements ChannelCheck {
  /** With fewer days than this left, a renewal that fails is the owner's business. */
  static final Duration SOON = Duration.ofDays(14);

  private final Graph graph;
  private final Owner owner;
  private final Tokens tokens;
  private final Pushes pushes;
  private final AccountId account;
  private final InstantSource time;

  InstagramCheck(
      Graph graph,
      Owner owner,
      Tokens tokens,
      Pushes pushes,
      AccountId account,
      InstantSource time) {
    this.graph = graph;
    this.owner = owner;
    this.tokens = tokens;
    this.pushes = pushes;
    this.account = account;
    this.time = time;
  }

  @Override
  public AccountId account() {
    return account;
  }

  /** The first question needs the basic permission, the second the one for messages. */
  @Override
  public Health check() {
    return Checks.health(
        Graph.WORDS,
        owner.ask(),
        self -> Checks.health(Graph.WORDS, graph.conversations(1, null), page -> here()));
  }

  private Health here() {
    return pushes
        .obstacle()
        .<Health>map(why ->
            new Health.Missing(
                "messages are polled, and none can be brought: " + why.reason(), why.remedy()))
        .orElseGet(() -> age(tokens.standing()));
  }

  private Health age(Tokens.Standing standing) {
    Held held = standing.held();
    Instant now = time.instant();
    String life = life(held, now);
    if (!standing.unkept().isEmpty()) {
      return new Health.Missing(
          "the token is good, but " + standing.unkept(),
          "make channels/instagram in the workspace writable for Moltbot");
    }
    boolean failing = !standing.failure().isEmpty();
    boolean soon = !held.dated() || held.left(now).compareTo(SOON) < 0;
    if (failing && soon) {
      return new Health.Missing(
          life + " and could not be renewed (" + standing.failure() + ")", Graph.WORDS.authorise());
    }
    String trouble = failing ? "; renewing it failed once and is tried again" : "";
    return new Health.Fine("@" + account.name() + ", may read and answer; " + life + trouble);
  }

  private static String life(Held held, Instant now) {
    if (!held.dated()) {
      return "the token is used since "
          + days(held.age(now))
          + ", and its end is not known before it is first renewed";
    }
    return "the token is " + days(held.age(now)) + " old and expires in " + days(held.left(now));
  }

  private static String days(Duration length) {
    long days = Math.max(length.toDays(), 0);
    return days == 1 ? "1 day" : days + " days";
  }
}
