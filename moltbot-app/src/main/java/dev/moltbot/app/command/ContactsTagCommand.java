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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moltbot contacts tag}. */
@Command(
    name = "tag",
    description = {
      "Tag a person, or take a tag away: moltbot contacts tag NAME +family -work",
      "Find them again with: moltbot contacts list --tag family"
    })
final class ContactsTagCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(index = "0", paramLabel = "NAME", description = "A name, handle, tag or id.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "±TAG",
      description = "One word each; + adds it, - takes it away.")
  private List<String> tags = new ArrayList<>();

  /** A tag with a minus is no option. */
  @Spec
  void spec(CommandSpec spec) {
    spec.parser()
        .unmatchedOptionsArePositionalParams(true)
        .posixClusteredShortOptionsAllowed(false);
  }

  @Override
  public Integer call() {
    return Deciding.with(shared, this::tag);
  }

  int tag(Deciding deciding) {
    Optional<String> wrong =
        tags.stream().filter(each -> !Annotation.isTag(bare(each))).findFirst();
    if (wrong.isPresent()) {
      String said = TextWidth.plain(wrong.get());
      shared.output().talk().println(said + " is no tag: one word of letters, digits, - and _.");
      return Exit.USAGE;
    }
    Optional<PersonLine> person = deciding.person(name);
    if (person.isEmpty()) {
      return Exit.USAGE;
    }
    int changed = 0;
    for (String each : tags) {
      changed += change(deciding, person.get(), each) ? 1 : 0;
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("person", person.get().id().value().toString());
    fields.put("changed", changed);
    shared.say(fields, Deciding.name(person.get()) + ": " + changed + " tags changed.");
    return Exit.OK;
  }

  private static boolean change(Deciding deciding, PersonLine person, String said) {
    var tag = new Annotation(Annotation.Kind.TAG, bare(said));
    return said.startsWith("-")
        ? deciding.contacts().unannotate(person.id(), tag, deciding.now())
        : deciding.contacts().annotate(person.id(), tag, deciding.now());
  }

  private static String bare(String said) {
    return said.startsWith("+") || said.startsWith("-") ? said.substring(1) : said;
  }
}
