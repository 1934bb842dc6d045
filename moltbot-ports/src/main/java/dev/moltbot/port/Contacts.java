package dev.moltbot.port;

import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.Contact;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Relationship;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /**
   * The owner says that the two are one person. Taken back by {@link #split}, to the byte.
   *
   * @return the contact that they are now; empty when one of them is not there
   */
  Optional<ContactId> merge(ContactId one, ContactId other, Instant now);

  /**
   * Takes handles out of a contact. What the owner merged is taken back; whom evidence would still
   * join is kept apart, until the owner merges them.
   *
   * @param out the handles to take out; empty to take back all that the owner merged
   */
  Split split(ContactId contact, Set<Handle> out, Instant now);

  /**
   * Who may be one person, the likeliest first: what was found by comparing everybody, and who
   * shares an address or number under names that contradict each other.
   */
  List<Suggestion> suggestions(int limit);

  /**
   * The owner says that the two are different people: never joined by evidence, never suggested
   * again.
   *
   * @return false when one of them is not there, or they are one contact already
   */
  boolean refuse(Handle one, Handle other, Instant now);

  /**
   * Notes the owner's words about a person; another name takes the place of the one before.
   *
   * @return false when there is no such contact, or it says so already
   */
  boolean annotate(ContactId contact, Annotation annotation, Instant now);

  /** Takes such words away again. Returns false when they were not there. */
  boolean unannotate(ContactId contact, Annotation annotation, Instant now);

  /**
   * Erases a person: handles and all that hangs on them, their messages to the owner and the
   * owner's to them, the words of their messages to groups, drafts and cards about them, unreadable
   * input that names them. The record keeps counts and nothing by which they could be found. Who
   * writes again is somebody new.
   */
  Forgotten forget(ContactId contact, Instant now);

  /**
   * People with everything that is known of them besides messages, by id.
   *
   * @param after the last one got; {@link ContactId#NOBODY} to begin with
   */
  List<Exported> export(ContactId after, int limit);

  /** What the stored messages say about the owner and this person. */
  Relationship relationship(Handle handle);

  /** How many people are known. */
  long size();
}
