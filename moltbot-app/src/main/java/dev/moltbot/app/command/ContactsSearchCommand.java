package dev.moltbot.app.command;

import dev.moltbot.flow.IndexMessages;
import dev.moltbot.port.Directory;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.Timeline.Hit;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Wanted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot contacts search}. */
@Command(
    name = "search",
    description = {
      "Find people by name, handle or tag, and messages by their words.",
      "Names in any script, and with a letter wrong. A star stands for any ending: meet*",
      "Narrow messages down with from:NAME from:me channel:gmail after:2026-01 before:2026-02-15",
      "has:attachment has:link. What you search for goes on no record."
    })
final class ContactsSearchCommand implements Callable<Integer> {
  /** How long a search may take to index what came in since the last one. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Most people that are shown before the messages. */
  private static final int PEOPLE = 10;

  @Mixin private Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "All of them must be there.")
  private List<String> words = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most N messages. Default: 20")
  private int limit = 20;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          long left =
              new IndexMessages(moltbot.part(SearchIndex.class), moltbot.part(InstantSource.class))
                  .catchUp(PATIENCE);
          return search(moltbot.part(Directory.class), moltbot.part(Timeline.class), left);
        });
  }

  int search(Directory directory, Timeline timeline, long left) {
    SearchLine line = SearchLine.of(words);
    try {
      Wanted wanted = new SearchMeaning(directory, When.here()).of(line);
      List<PersonLine> people =
          line.conditions().isEmpty()
              ? directory.find(line.words(), PEOPLE).stream().map(Directory.Found::person).toList()
              : List.of();
      print(people, messages(timeline, wanted), left);
      return Exit.OK;
    } catch (SearchMeaning.Senseless e) {
      shared.output().talk().println(e.getMessage());
      return Exit.USAGE;
    }
  }

  /** Where no message has the very words, those that begin so: languages bend their words. */
  private List<Hit> messages(Timeline timeline, Wanted wanted) {
    List<Hit> exact = timeline.search(wanted, Place.NEWEST, Math.max(1, limit));
    if (!exact.isEmpty() || wanted.words().isBlank() || wanted.words().contains("*")) {
      return exact;
    }
    String open = wanted.words().strip().replaceAll("\\s+", "* ") + "*";
    return timeline.search(
        new Wanted(
            open, wanted.from(), wanted.mine(), wanted.channels(), wanted.has(), wanted.span()),
        Place.NEWEST,
        Math.max(1, limit));
  }

  private void print(List<PersonLine> people, List<Hit> messages, long left) {
    if (shared.json()) {
      shared
          .output()
          .json(
              Map.of(
                  "people", PersonFields.of(people),
                  "messages", messages.stream().map(one -> SaidView.fields(one)).toList(),
                  "notIndexed", left));
      return;
    }
    if (!people.isEmpty()) {
      shared.print(PeopleTable.of(people));
      shared.output().data().println();
    }
    if (!messages.isEmpty()) {
      shared.print(new SaidView(When.here()).table(messages));
    } else if (people.isEmpty()) {
      shared.remark("Nothing is found.");
    }
    if (left > 0) {
      shared.remark(left + " messages are not indexed yet and were not looked through.");
    }
  }
}
