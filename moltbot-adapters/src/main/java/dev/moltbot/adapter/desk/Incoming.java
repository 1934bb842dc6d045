package dev.moltbot.adapter.desk;

import org.jspecify.annotations.Nullable;

/** What one update from Telegram is to us, before anything in it is believed. */
sealed interface Incoming {

  /** The owner typed this, in the pinned chat; {@code replyTo} is the message answered, if any. */
  record Words(long message, String text, @Nullable Long replyTo) implements Incoming {}

  /** The owner tapped a button; whether it is one of ours is for the seal to say. */
  record Tapped(String query, long message, String data) implements Incoming {}

  /** The owner, but in a form that does not count; the reason is fit to be shown to the owner. */
  record NotCounted(String reason) implements Incoming {}

  /** Someone or somewhere else. Zero when Telegram names no sender. */
  record Foreign(String what, long user) implements Incoming {}

  /** Nothing anybody said, such as the owner opening the chat. */
  record Nothing() implements Incoming {}
}
