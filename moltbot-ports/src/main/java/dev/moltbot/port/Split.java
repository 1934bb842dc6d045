package dev.moltbot.port;

import dev.moltbot.domain.contact.ContactId;
import java.util.List;

/** What became of taking a contact apart. */
public sealed interface Split {

  /**
   * It is several now.
   *
   * @param people the contacts it came to, the one that kept the id first
   * @param remembered whether evidence would join them again, so that they are kept apart from now
   *     on
   */
  record Parted(List<ContactId> people, boolean remembered) implements Split {
    public Parted {
      people = List.copyOf(people);
    }
  }

  /** There is no such contact. */
  record NoSuchPerson() implements Split {}

  /** The owner merged nothing here, and named no handle to take out. */
  record NothingMerged() implements Split {}

  /** A handle that was named is not the person's, or all of them were named. */
  record NotAPart() implements Split {}
}
