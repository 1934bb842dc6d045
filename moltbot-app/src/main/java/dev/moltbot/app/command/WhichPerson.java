package dev.moltbot.app.command;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.Directory;
import dev.moltbot.port.PersonLine;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is meant on a command line: by name, handle, tag or id. Where that is not clear, it says who
 * may be, and what to type instead.
 */
final class WhichPerson {
  /** Most people to choose from. */
  private static final int CANDIDATES = 20;

  /** How much of an id is shown; that much is enough to type. */
  private static final int SHORT_ID_CHARS = 8;

  /** Handles of one person that help to tell them from another. */
  private static final int HANDLES = 3;

  private final Directory directory;
  private final PrintStream talk;

  WhichPerson(Directory directory, Shared shared) {
    this(directory, shared.output().talk());
  }

  WhichPerson(Directory directory, PrintStream talk) {
    this.directory = directory;
    this.talk = talk;
  }

  /** Who is meant, or the only one who may be; for commands that show something. */
  Optional<PersonLine> like(String words) {
    return choose(words, false);
  }

  /** Who was named and nobody who is only similar; for commands that change something. */
  Optional<PersonLine> named(String words) {
    return choose(words, true);
  }

  private Optional<PersonLine> choose(String words, boolean strict) {
    List<Directory.Found> found = directory.find(words, CANDIDATES);
    List<Directory.Found> exact = found.stream().filter(Directory.Found::exact).toList();
    List<Directory.Found> left = exact.isEmpty() ? found : exact;
    if (left.size() == 1 && !(strict && exact.isEmpty())) {
      return Optional.of(left.getFirst().person());
    }
    if (left.isEmpty()) {
      talk.println(
          "Nobody is known by that name, handle, tag or id. `moltbot contacts search` also looks"
              + " into messages; `moltbot contacts list` shows everybody.");
    } else {
      offer(left.stream().map(Directory.Found::person).toList());
    }
    return Optional.empty();
  }

  private void offer(List<PersonLine> people) {
    talk.println(
        people.size() == 1 ? "Nobody has exactly that name. Did you mean:" : "That may be:");
    var table = new Table("ID", "NAME", "HANDLES");
    people.forEach(one -> table.row(shortId(one.id()), one.name().reveal(), handles(one, HANDLES)));
    table.print(talk, 0, false);
    talk.println("Type the id in place of the name.");
  }

  /** Enough of an id to type. */
  static String shortId(ContactId id) {
    return id.value().toString().substring(0, SHORT_ID_CHARS);
  }

  /** Some handles, and how many more there are. */
  static String handles(PersonLine person, int limit) {
    String some =
        person.handles().stream()
            .limit(limit)
            .map(one -> one.channel() + ":" + one.value())
            .collect(Collectors.joining(", "));
    int more = person.handles().size() - limit;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
