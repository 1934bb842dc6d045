package dev.moltbot.flow;

import dev.moltbot.port.Accounts;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Heard;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Hop 4: hears the owner. What was heard is settled before the desk is told to forget it; hearing
 * it again after a crash changes nothing, because a request is settled once.
 */
public final class RecordVerdicts {
  /** How long the desk is listened to at a time. */
  public static final Duration LISTEN = Duration.ofSeconds(45);

  static final Duration STOPPED_RETRY = Duration.ofMinutes(1);

  private final ApprovalDesk desk;
  private final Accounts accounts;
  private final OwnerActions actions;
  private final Presence presence;
  private final InstantSource time;

  public RecordVerdicts(
      ApprovalDesk desk,
      Accounts accounts,
      OwnerActions actions,
      Presence presence,
      InstantSource time) {
    this.desk = desk;
    this.accounts = accounts;
    this.actions = actions;
    this.presence = presence;
    this.time = time;
  }

  /** Listens once, and does what was heard. */
  public Step record() {
    Cursor from = accounts.cursor(desk.account());
    // The first time without waiting: everything else waits until the owner is known to be there.
    Duration wait = presence.reachable() ? LISTEN : Duration.ZERO;
    return switch (desk.listen(from, wait)) {
      case Heard.Actions heard -> settle(from, heard);
      case Heard.Unreachable un -> {
        presence.note(false);
        yield new Step.BackOff(un.retryAfter(), un.reason());
      }
      case Heard.Stopped stopped -> {
        presence.note(false);
        accounts.stop(desk.account(), stopped.reason(), stopped.remedy(), time.instant());
        yield new Step.BackOff(STOPPED_RETRY, stopped.reason() + ". " + stopped.remedy());
      }
    };
  }

  private Step settle(Cursor from, Heard.Actions heard) {
    heard.actions().forEach(actions::settle);
    if (!heard.next().equals(from)) {
      accounts.moveCursor(desk.account(), heard.next(), time.instant());
    }
    accounts.working(desk.account(), time.instant());
    presence.note(true);
    return new Step.Worked();
  }
}
