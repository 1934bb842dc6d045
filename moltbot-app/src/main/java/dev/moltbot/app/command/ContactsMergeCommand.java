package dev.moltbot.app.command;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.PersonLine;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code moltbot contacts merge}. */
@Command(
    name = "merge",
    description = {
      "Say that two are one person. What either was called or tagged stays.",
      "Undo it with: moltbot contacts split NAME"
    })
final class ContactsMergeCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(index = "0", paramLabel = "A", description = "A name, handle, tag or id.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "B", description = "The other.")
  private String other = "";

  @Override
  public Integer call() {
    return Deciding.with(shared, this::merge);
  }

  int merge(Deciding deciding) {
    Optional<PersonLine> first = deciding.person(one);
    Optional<PersonLine> second = first.flatMap(found -> deciding.person(other));
    if (first.isEmpty() || second.isEmpty()) {
      return Exit.USAGE;
    }
    if (first.get().id().equals(second.get().id())) {
      shared.output().talk().println("They are one person already. Nothing was changed.");
      return Exit.FINDINGS;
    }
    return merge(deciding, first.get(), second.get());
  }

  private int merge(Deciding deciding, PersonLine first, PersonLine second) {
    Optional<ContactId> kept = deciding.contacts().merge(first.id(), second.id(), deciding.now());
    if (kept.isEmpty()) {
      shared.output().talk().println("One of them was changed meanwhile. Nothing was done; again?");
      return Exit.FINDINGS;
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("person", kept.get().value().toString());
    fields.put("merged", true);
    shared.say(
        fields, Deciding.name(first) + " and " + Deciding.name(second) + " are one person now.");
    shared.remark("Undo it with: moltbot contacts split " + WhichPerson.shortId(kept.get()));
    return Exit.OK;
  }
}
