package dev.moltbot.port;

import dev.moltbot.domain.contact.Contact;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Relationship;
import java.util.Optional;

/** The contact graph. Never leaves the machine. Each method is one transaction. */
public interface Contacts {

  Optional<Contact> contactOf(Handle handle);

  /** What the stored messages say about the owner and this person. */
  Relationship relationship(Handle handle);

  /** How many people are known. */
  long size();
}
