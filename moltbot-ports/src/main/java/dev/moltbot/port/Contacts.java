package dev.moltbot.port;

import dev.moltbot.domain.contact.Contact;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Relationship;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The contact graph. Never leaves the machine. Each method is one transaction. */
public interface Contacts {

  Optional<Contact> contactOf(Handle handle);

  /**
   * Takes in what an address book or an export says of people, at most some thousand at a time. Who
   * is known by marks joins them; saying it again changes nothing.
   *
   * @param source what it comes from, for the record: an account or a kind of file, no person
   * @return how many of the handles are new
   */
  int observe(Collection<Identity> people, String source, Instant now);

  /** What the stored messages say about the owner and this person. */
  Relationship relationship(Handle handle);

  /** How many people are known. */
  long size();
}
