package dev.moltbot.port;

/** What became of erasing a person. */
public sealed interface Forgotten {

  /**
   * They are gone.
   *
   * @param messages deleted: theirs to the owner alone, and the owner's to them alone
   * @param emptied theirs to groups, whose words and sender are gone
   * @param drafts deleted, with the cards that asked about them
   */
  record Erased(long handles, long messages, long emptied, long drafts) implements Forgotten {}

  /** There is no such contact. */
  record NoSuchPerson() implements Forgotten {}

  /** An approved reply to them is being sent; a moment later they can be erased. */
  record BeingAnswered() implements Forgotten {}
}
