package dev.moltbot.port;

import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;

/** What reached the desk. Only the owner's own acts are anything but {@link Stranger}. */
public sealed interface OwnerAction {

  /**
   * A button on a card.
   *
   * @param digestPrefix the first hex characters of the digest the button was made for
   * @param part the part the button hangs on
   * @param tap the desk's name for this tap, to be acknowledged
   */
  record Tapped(RequestId request, String digestPrefix, Verdict verdict, String part, String tap)
      implements OwnerAction {}

  /** Words in reply to a part of a card. */
  record Replied(String part, Verdict verdict) implements OwnerAction {}

  /** Words that are a verdict but name no card. */
  record Said(Verdict verdict) implements OwnerAction {}

  record Commanded(Command command) implements OwnerAction {}

  /**
   * A question for the owner's assistant.
   *
   * @param words as typed; may be empty, or too long to be asked
   * @param message the desk's name for the message, by which hearing it again is recognised
   */
  record Asked(String words, String message) implements OwnerAction {}

  /** The owner's, but not understood. {@code tap} is empty unless it was a button. */
  record Unclear(String why, String tap) implements OwnerAction {}

  /**
   * Someone else, or the owner somewhere else. Gets no answer.
   *
   * @param kind what it was, such as {@code message in a group}
   * @param who a pseudonym that stays the same for the same sender
   */
  record Stranger(String kind, String who) implements OwnerAction {}

  /** What the owner can ask for. */
  enum Command {
    PENDING,
    STATUS,
    PAUSE,
    RESUME,
    HELP
  }
}
