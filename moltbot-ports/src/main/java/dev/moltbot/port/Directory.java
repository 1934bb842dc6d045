package dev.moltbot.port;

import dev.moltbot.domain.contact.ContactId;
import java.util.List;
import java.util.Optional;

/**
 * Who the owner knows: looks people up, and changes nothing. What is asked and what is found stays
 * on the machine and goes on no record. Each method is one transaction. Thread-safe.
 */
public interface Directory {
  /** Longest question, in characters; what is longer is cut. */
  int MAX_QUESTION_CHARS = 200;

  /**
   * People by their names, whatever the script.
   *
   * @param tag only those the owner tagged so; empty for everybody
   * @param channel only those with a handle on it; empty for any
   */
  People list(String tag, String channel, int limit);

  /** A part of a list. */
  record People(List<PersonLine> people, long total) {
    public People {
      people = List.copyOf(people);
    }
  }

  /**
   * Who may be meant: by id, handle, tag or name. Names are found in any script, by their beginning
   * or a part, and with a letter wrong, missing or too many; names of eight letters and more with
   * two.
   *
   * @param words an id or its first 8 digits; a handle, alone or after its channel and a colon; an
   *     address or number on a card; a tag; a name or some words of it
   * @return the best first
   */
  List<Found> find(String words, int limit);

  /**
   * A person found.
   *
   * @param exact whether the words are this person's id, handle, tag or whole name, and not only
   *     similar
   */
  record Found(PersonLine person, boolean exact) {}

  /** Everything known of a person; empty when there is none. */
  Optional<PersonPage> show(ContactId person);
}
