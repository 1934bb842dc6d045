package dev.moltbot.port;

import java.time.Instant;

/** What became of a card. Every card ends in exactly one state, without buttons. */
public sealed interface CardState {

  /** Approved; the reply is on its way. Not an end: {@link Sent} or another follows. */
  record Approved() implements CardState {}

  record Sent(Instant at) implements CardState {}

  /** Approved, but certainly not sent. */
  record NotSent(String reason) implements CardState {}

  /** Approved and tried, and nobody knows whether it arrived. */
  record NotSure(String reason) implements CardState {}

  record Rejected() implements CardState {}

  /** A newer card takes its place. */
  record Replaced() implements CardState {}

  /** Asked again at that instant, on a new card. */
  record Postponed(Instant until) implements CardState {}

  record Expired() implements CardState {}

  /** The owner answered from another device. */
  record AnsweredElsewhere(Instant at) implements CardState {}
}
