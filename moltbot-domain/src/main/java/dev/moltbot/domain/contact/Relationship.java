package dev.moltbot.domain.contact;

import java.time.Instant;

/** What is known of the owner and one person, computed from messages and never stored twice. */
public sealed interface Relationship {

  /** The first message from this person. */
  record New() implements Relationship {}

  /**
   * They have written before.
   *
   * @param received messages from them, the one being answered included
   * @param sent messages the owner sent them
   */
  record Known(Instant firstContact, Instant lastContact, long received, long sent)
      implements Relationship {

    public Known {
      if (lastContact.isBefore(firstContact)) {
        throw new IllegalArgumentException("last contact is before the first");
      }
    }
  }
}
