package dev.moltbot.export;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.InboundMessage;

/** One thing found in an export. */
public sealed interface Entry {

  /** Something was said. */
  record Said(InboundMessage message) implements Entry {}

  /** Somebody is known. */
  record Known(Identity identity) implements Entry {}

  /**
   * Something that makes no sense; set aside with its place, never dropped.
   *
   * @param line where it begins, from 1; in files without lines, the how-manieth it is
   * @param reason in the program's own words, no content
   * @param head its beginning, as much as is worth keeping
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
  record Unreadable(long line, String reason, byte[] head) implements Entry {}

  /**
   * Left out on purpose.
   *
   * @param reason in the program's own words, no content, and one of few: they are counted
   */
  record LeftOut(String reason) implements Entry {}

  /**
   * Something about the whole that the owner should know, such as a guess.
   *
   * @param words the program's own, no content
   */
  record Note(String words) implements Entry {}
}
