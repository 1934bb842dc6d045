package dev.moltbot.domain.message;

/** What a reader noticed about a message besides its words. */
public enum Trait {
  /** The owner wrote it, from another device or program. */
  FROM_OWNER,
  /** Sent to many who are not expected to answer: a newsletter, an announcement. */
  BULK,
  /** Sent to a list on which people answer each other. */
  DISCUSSION,
  /** Sent by a program that reads no answers. */
  AUTOMATED,
  /** Held text that a person would not have seen; it was left out. */
  HIDDEN_TEXT,
  /** Longer than the limit; the rest was left out. */
  TRUNCATED,
  /** Came with files, which are neither opened nor kept. */
  ATTACHMENTS
}
