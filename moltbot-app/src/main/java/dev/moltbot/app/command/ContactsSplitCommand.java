package dev.moltbot.app.command;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code moltbot contacts split}. */
@Command(
    name = "split",
    description = {
      "Take a person apart: without a handle, all that you merged; else these handles become",
      "somebody of their own, and nothing joins them again but you."
    })
final class ContactsSplitCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(index = "0", paramLabel = "NAME", description = "A name, handle, tag or id.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "HANDLE",
      description = "What is not theirs, such as telegram:77 or ann@example.org.")
  private List<String> handles = new ArrayList<>();

  @Override
  public Integer call() {
    return Deciding.with(shared, this::split);
  }

  int split(Deciding deciding) {
    Optional<PersonLine> person = deciding.person(name);
    if (person.isEmpty()) {
      return Exit.USAGE;
    }
    var out = new HashSet<Handle>();
    for (String handle : handles) {
      Set<Handle> found = meant(person.get(), handle);
      if (found.isEmpty()) {
        shared.output().talk().println("None of their handles is that. They have:");
        person
            .get()
            .handles()
            .forEach(each -> shared.output().talk().println("  " + spelled(each)));
        return Exit.USAGE;
      }
      out.addAll(found);
    }
    return told(deciding.contacts().split(person.get().id(), out, deciding.now()), person.get());
  }

  /** As {@code channel:value}, or the value on whatever channel. */
  private static Set<Handle> meant(PersonLine person, String words) {
    return person.handles().stream()
        .filter(each -> {
          String value = new Handle(each.channel(), words).value();
          return value.equals(each.value()) || value.equals(each.channel() + ":" + each.value());
        })
        .collect(Collectors.toSet());
  }

  private static String spelled(Handle handle) {
    return TextWidth.plain(handle.channel() + ":" + handle.value());
  }

  private int told(Split split, PersonLine person) {
    return switch (split) {
      case Split.Parted parted -> parted(parted, person);
      case Split.NoSuchPerson gone -> no("They were changed meanwhile. Nothing was done; again?");
      case Split.NothingMerged nothing ->
          no(
              "You merged nothing here: addresses or numbers in common join them. Name the handles"
                  + " that are somebody else's after the name.");
      case Split.NotAPart all ->
          no("Somebody has to stay: leave out at least one of the handles. Nothing was changed.");
    };
  }

  private int parted(Split.Parted parted, PersonLine person) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("people", parted.people().stream().map(id -> id.value().toString()).toList());
    fields.put("remembered", parted.remembered());
    shared.say(fields, Deciding.name(person) + " is " + parted.people().size() + " people now.");
    if (parted.remembered()) {
      shared.remark("Evidence that would join them again no longer counts; contacts merge does.");
    }
    return Exit.OK;
  }

  private int no(String why) {
    shared.output().talk().println(why);
    return Exit.FINDINGS;
  }
}
