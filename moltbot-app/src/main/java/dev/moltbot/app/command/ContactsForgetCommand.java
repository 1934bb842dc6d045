package dev.moltbot.app.command;

import dev.moltbot.port.Forgotten;
import dev.moltbot.port.PersonLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot contacts forget}. */
@Command(
    name = "forget",
    description = {
      "Erase a person: what they wrote to you, what you wrote to them, their words in groups,",
      "drafts, notes and everything else. It cannot be undone. Backups made before still have them."
    })
final class ContactsForgetCommand implements Callable<Integer> {
  private static final int HANDLES = 3;

  @Mixin private Shared shared = new Shared();

  @Option(names = "--yes", description = "Erase without asking.")
  private boolean yes;

  @Parameters(paramLabel = "NAME", description = "A name, handle, tag or id.")
  private String name = "";

  @Override
  public Integer call() {
    return Deciding.with(shared, this::forget);
  }

  int forget(Deciding deciding) {
    Optional<PersonLine> person = deciding.person(name);
    if (person.isEmpty()) {
      return Exit.USAGE;
    }
    if (!yes && !confirmed(person.get())) {
      shared.output().talk().println("That is not it. Nothing was erased.");
      return Exit.FINDINGS;
    }
    return told(deciding.contacts().forget(person.get().id(), deciding.now()));
  }

  /** The beginning of the id: a habit of typing "yes" erases nobody. */
  private boolean confirmed(PersonLine person) {
    String word = WhichPerson.shortId(person.id());
    shared
        .output()
        .talk()
        .printf(
            "%s (%s) will be erased with all messages. To go on, type %s%n",
            Deciding.name(person), TextWidth.plain(WhichPerson.handles(person, HANDLES)), word);
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String typed = in.readLine();
      return typed != null && typed.strip().equals(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int told(Forgotten forgotten) {
    return switch (forgotten) {
      case Forgotten.Erased erased -> erased(erased);
      case Forgotten.NoSuchPerson gone -> no("They were changed meanwhile. Nothing was erased.");
      case Forgotten.BeingAnswered busy ->
          no("A reply to them is being sent. Nothing was erased; try again in a minute.");
    };
  }

  private int erased(Forgotten.Erased erased) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("handles", erased.handles());
    fields.put("messages", erased.messages());
    fields.put("emptied", erased.emptied());
    fields.put("drafts", erased.drafts());
    shared.say(
        fields,
        "Erased: "
            + erased.messages()
            + " messages, the words of "
            + erased.emptied()
            + " in groups, "
            + erased.drafts()
            + " drafts.");
    shared.remark("Backups made before still have them, and so have the services themselves.");
    return Exit.OK;
  }

  private int no(String why) {
    shared.output().talk().println(why);
    return Exit.FINDINGS;
  }
}
