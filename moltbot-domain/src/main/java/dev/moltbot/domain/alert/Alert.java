package dev.moltbot.domain.alert;

/**
 * Something the owner must hear about. Told once per {@code key} until it is cleared.
 *
 * @param key what it is about, such as {@code channel gmail:me@example.org}
 * @param text for the owner: what happened, what was not lost, what to do next; no one else's words
 */
public record Alert(Kind kind, String key, String text) {

  /** What went wrong, in the coarsest useful classes. */
  public enum Kind {
    /** A channel stopped and needs the owner. */
    CHANNEL_STOPPED,
    /** A reply that its service took did not reach its reader. */
    UNDELIVERED,
    /** A channel is linked by another device or identity than before. */
    RELINKED,
    /** Someone else spoke to the control bot. */
    STRANGER,
    /** A flow met a bug and was stopped. */
    FLOW_STOPPED,
    /** A message came too late to be answered through its channel. */
    WINDOW_CLOSED,
    /** As many drafts as the owner allows in a day. */
    CAP_REACHED,
    /** A draft the owner asked for could not be made. */
    DRAFT_FAILED,
    /** Drafting stopped: key, model or money. */
    DRAFTER_STOPPED,
    /** Something in the program wanted to go where it must not. */
    EGRESS_REFUSED
  }
}
