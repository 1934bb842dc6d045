package dev.moltbot.domain.credential;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a credential has been in use.
 *
 * @param since the day it was first seen; it may be older
 */
public record Rotation(CredentialName name, LocalDate since) {
  /** No credential is older than this, in days. */
  public static final int MAX_DAYS = 90;

  /** From this many days before the end on, the owner is told. */
  public static final int NOTICE_DAYS = 14;

  /** How urgent it is. */
  public enum State {
    YOUNG,
    DUE_SOON,
    OVERDUE
  }

  /** The first day on which it is too old. */
  public LocalDate due() {
    return since.plusDays(MAX_DAYS);
  }

  /** In days; 0 where the clock was put back. */
  public long age(LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(since, today));
  }

  /** As of that day. */
  public State state(LocalDate today) {
    if (!today.isBefore(due())) {
      return State.OVERDUE;
    }
    return today.isBefore(due().minusDays(NOTICE_DAYS)) ? State.YOUNG : State.DUE_SOON;
  }
}
