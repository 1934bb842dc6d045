package dev.moltbot.app.command;

import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.port.PersonLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot contacts note}. */
@Command(
    name = "note",
    description = {
      "Write down something about a person; moltbot contacts show has it.",
      "Notes never leave the machine: no draft is written from them."
    })
final class ContactsNoteCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--name", description = "The words are what to call them from now on.")
  private boolean isName;

  @Option(names = "--remove", description = "Take these very words away again.")
  private boolean remove;

  @Parameters(index = "0", paramLabel = "NAME", description = "A name, handle, tag or id.")
  private String name = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORDS", description = "The note.")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    return Deciding.with(shared, this::note);
  }

  int note(Deciding deciding) {
    String said = String.join(" ", words).strip();
    int limit = isName ? Annotation.MAX_NAME_CHARS : Annotation.MAX_NOTE_CHARS;
    if (said.isEmpty() || said.length() > limit) {
      shared.output().talk().println("1 to " + limit + " characters, please. Nothing was noted.");
      return Exit.USAGE;
    }
    Optional<PersonLine> person = deciding.person(name);
    return person.isEmpty() ? Exit.USAGE : change(deciding, person.get(), said);
  }

  private int change(Deciding deciding, PersonLine person, String said) {
    var kind = isName ? Annotation.Kind.NAME : Annotation.Kind.NOTE;
    var annotation = new Annotation(kind, said);
    boolean changed =
        remove
            ? deciding.contacts().unannotate(person.id(), annotation, deciding.now())
            : deciding.contacts().annotate(person.id(), annotation, deciding.now());
    var fields = new LinkedHashMap<String, Object>();
    fields.put("person", person.id().value().toString());
    fields.put("changed", changed);
    String outcome = remove ? "Taken away." : "Noted.";
    String same = remove ? "There are no such words." : "It says so already.";
    shared.say(fields, changed ? outcome : same);
    return changed ? Exit.OK : Exit.FINDINGS;
  }
}
