package dev.moltbot.flow;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.screening.Screener;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Intake;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Hop 1: reads one account on from its cursor. Messages and cursor are stored together, so a crash
 * reads again what was not stored, and the store drops what it already has.
 */
public final class CollectMessages {
  /** Most messages in one batch; a batch is one transaction. */
  public static final int BATCH_MESSAGES = 1_000;

  /** How long a stopped account is left alone before it is tried again. */
  static final Duration STOPPED_RETRY = Duration.ofMinutes(5);

  private final ChannelReader reader;
  private final Conversations conversations;
  private final Accounts accounts;
  private final TriageRules rules;
  private final InstantSource time;

  public CollectMessages(
      ChannelReader reader,
      Conversations conversations,
      Accounts accounts,
      TriageRules rules,
      InstantSource time) {
    this.reader = reader;
    this.conversations = conversations;
    this.accounts = accounts;
    this.rules = rules;
    this.time = time;
  }

  /**
   * Reads and stores one batch.
   *
   * @param wait how long the reader may wait for a first message
   */
  public Step collect(Duration wait) {
    Cursor from = accounts.cursor(reader.account());
    return switch (reader.read(from, BATCH_MESSAGES, wait)) {
      case ReadResult.Batch batch -> store(from, batch);
      case ReadResult.Busy busy -> new Step.BackOff(busy.retryAfter(), busy.reason());
      case ReadResult.Stopped stopped -> stop(stopped);
    };
  }

  private Step store(Cursor from, ReadResult.Batch batch) {
    if (!batch.isEmpty()) {
      var screened = batch.messages().stream().map(this::screened).toList();
      var intake = new Intake(screened, batch.quarantined(), batch.next());
      conversations.store(reader.account(), intake, time.instant());
    } else if (!batch.next().equals(from)) {
      accounts.moveCursor(reader.account(), batch.next(), time.instant());
    }
    accounts.working(reader.account(), time.instant());
    return batch.more() ? new Step.Worked() : new Step.Idle();
  }

  private Intake.Screened screened(InboundMessage message) {
    return new Intake.Screened(message, rules.apply(message), Screener.screen(message));
  }

  private Step stop(ReadResult.Stopped stopped) {
    accounts.stop(reader.account(), stopped.reason(), stopped.remedy(), time.instant());
    return new Step.BackOff(STOPPED_RETRY, stopped.reason() + ". " + stopped.remedy());
  }
}
