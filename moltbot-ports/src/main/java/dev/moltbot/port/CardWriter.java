package dev.moltbot.port;

import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.UntrustedText;
import java.util.List;
import java.util.Set;

/** Writes people as cards that every address book reads. Pure computation; thread-safe. */
public interface CardWriter {

  /** The card as text, with its line ends. Cards one after another are an address book. */
  String card(Person person);

  /**
   * Somebody to write down.
   *
   * @param uid names the card for good; the same person has the same one in every export
   * @param name as the owner sees it; may be blank
   */
  record Person(
      String uid,
      UntrustedText name,
      Set<Mark> marks,
      List<Detail> details,
      List<String> tags,
      List<String> notes) {

    public Person {
      marks = Set.copyOf(marks);
      details = List.copyOf(details);
      tags = List.copyOf(tags);
      notes = List.copyOf(notes);
    }

    /** Neither name nor marks. */
    @Override
    public String toString() {
      return "Person[" + marks.size() + " marks, " + details.size() + " details]";
    }
  }
}
