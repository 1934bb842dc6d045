package dev.moltbot.adapter.viber;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Refusal;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether Viber brings messages to us. A push channel does not notice that its token was withdrawn
 * or its webhook moved: nothing comes, as on a quiet day. So Viber is asked at the start, every
 * hour, and when a send was turned down for such a reason.
 *
 * <p>{@link #obstacle} is for one thread, {@link #doubt} for any.
 */
final class Registration {
  /** How often Viber is asked while all is well. */
  static final Duration EVERY = Duration.ofHours(1);

  /** How soon it is asked again when it gave no usable answer. */
  static final Duration AGAIN = Duration.ofMinutes(5);

  /** What we want to hear besides messages, which come always. */
  static final List<String> EVENTS = List.of("failed");

  private final ViberCalls calls;
  private final ViberApi api;
  private final ViberConfig config;
  private final InstantSource time;
  private final AtomicBoolean doubted = new AtomicBoolean(true);
  private Instant due = Instant.MIN;
  private ReadResult.@Nullable Stopped trouble;

  Registration(ViberCalls calls, ViberApi api, ViberConfig config, InstantSource time) {
    this.calls = calls;
    this.api = api;
    this.config = config;
    this.time = time;
  }

  /** Something went wrong in a way that makes it worth asking now. */
  void doubt() {
    doubted.set(true);
  }

  /** Why nothing comes; empty when it does, or nobody knows. Two calls at most. */
  Optional<ReadResult.Stopped> obstacle() {
    if (doubted.getAndSet(false) || trouble != null || !time.instant().isBefore(due)) {
      due = time.instant().plus(EVERY);
      look();
    }
    return Optional.ofNullable(trouble);
  }

  private void look() {
    switch (calls.make(token -> api.account(token, ViberCalls.NOTHING))) {
      case Answer.Done<ViberApi.Account>(var account) -> compare(account);
      case Answer.Declined<ViberApi.Account>(Refusal refusal) -> declined(refusal);
      case Answer.Lost<ViberApi.Account> lost -> later(AGAIN);
    }
  }

  private void compare(ViberApi.Account account) {
    if (!Bot.is(config.bot(), account)) {
      trouble = new ReadResult.Stopped(Bot.OTHER, Bot.NAME_IT);
    } else if (Bot.calls(config.webhook(), account)) {
      trouble = null;
    } else {
      register();
    }
  }

  /** Viber calls the address while we wait, so the receiver must be open by now. */
  private void register() {
    var webhook = new ViberApi.Webhook(config.webhook().toString(), EVENTS, true, false);
    switch (calls.make(token -> api.setWebhook(token, webhook))) {
      case Answer.Done<ViberApi.Registered> done -> trouble = null;
      case Answer.Declined<ViberApi.Registered>(Refusal refusal)
          when refusal.equals(Statuses.refusal(Statuses.INVALID_URL)) ->
          trouble = new ReadResult.Stopped(Bot.UNREACHABLE, Bot.OPEN_IT);
      case Answer.Declined<ViberApi.Registered>(Refusal refusal) -> declined(refusal);
      case Answer.Lost<ViberApi.Registered> lost -> later(AGAIN);
    }
  }

  /** What passes by itself stops nothing: messages that did come are still to be read. */
  private void declined(Refusal refusal) {
    switch (ViberCalls.READINGS.trouble(refusal)) {
      case ReadResult.Stopped stopped -> trouble = stopped;
      case ReadResult.Busy busy -> later(busy.retryAfter());
      case ReadResult.Batch batch -> throw new IllegalStateException("a refusal is no batch");
    }
  }

  private void later(Duration pause) {
    due = time.instant().plus(pause);
  }
}
