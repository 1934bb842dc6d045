package dev.moltbot.app.command;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Directory;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Said;
import dev.moltbot.port.Timeline.Span;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moltbot contacts history}. */
@Command(
    name = "history",
    description = "What you and a person wrote, on all channels, the newest first.")
final class ContactsHistoryCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "A name, handle, tag or id.")
  private String name = "";

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "Only on this channel; can be given more than once.")
  private Set<String> channels = Set.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only since then: 2026, 2026-01, 2026-01-31 or an instant.")
  private String since = "";

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "Only before then; also takes the \"next\" of the page before.")
  private String before = "";

  @Option(names = "--full", description = "Whole messages, not only how they begin.")
  private boolean full;

  @Option(names = "--limit", paramLabel = "N", description = "At most N. Default: 30")
  private int limit = 30;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> show(moltbot.part(Directory.class), moltbot.part(Timeline.class), When.here()));
  }

  int show(Directory directory, Timeline timeline, When when) {
    Place from = before.isEmpty() ? Place.NEWEST : place(when);
    Instant first = since.isEmpty() ? Span.EVER.since() : date(when, since);
    Set<ChannelId> on = channels.stream().map(this::channel).collect(Collectors.toSet());
    Optional<PersonLine> person = new WhichPerson(directory, shared).like(name);
    person.ifPresent(one -> show(timeline, one, on, first, from, when));
    return person.isPresent() ? Exit.OK : Exit.FINDINGS;
  }

  private void show(
      Timeline timeline,
      PersonLine person,
      Set<ChannelId> on,
      Instant first,
      Place from,
      When when) {
    var span = new Span(first, Span.EVER.until());
    List<Said> said = timeline.history(person.id(), on, span, from, Math.max(1, limit));
    if (shared.json()) {
      json(person, said);
      return;
    }
    PrintStream out = shared.output().data();
    out.println(TextWidth.plain(person.name().reveal()));
    if (full) {
      said.forEach(one -> whole(one, when, out));
    } else if (!said.isEmpty()) {
      shared.print(new SaidView(when).lines(said));
    }
    if (said.isEmpty()) {
      shared.remark("Nothing was written.");
    } else if (said.size() == limit) {
      shared.remark("There may be more: --before " + cursor(said.getLast().place()));
    }
  }

  private void json(PersonLine person, List<Said> said) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("person", PersonFields.of(person));
    fields.put("messages", said.stream().map(one -> SaidView.fields(one)).toList());
    if (said.size() == limit) {
      fields.put("next", cursor(said.getLast().place()));
    }
    shared.output().json(fields);
  }

  private static void whole(Said one, When when, PrintStream out) {
    out.println();
    String who = one.mine() ? "you" : one.author().reveal();
    out.println(when.minute(one.place().at()) + "  " + one.channel() + "  " + TextWidth.plain(who));
    one.content().subject().reveal().lines().forEach(line -> print(line, out));
    one.content().text().reveal().lines().forEach(line -> print(line, out));
  }

  private static void print(String line, PrintStream out) {
    out.println("  " + TextWidth.plain(line));
  }

  private ChannelId channel(String word) {
    if (!ChannelId.valid(word)) {
      throw new ParameterException(spec.commandLine(), "Not a channel's name: " + word);
    }
    return new ChannelId(word);
  }

  private Instant date(When when, String words) {
    return when.parse(words).orElseThrow(wrong(words));
  }

  private Supplier<ParameterException> wrong(String words) {
    return () ->
        new ParameterException(
            spec.commandLine(), "Not a date such as 2026-01-31, 2026-01 or 2026: " + words);
  }

  private static String cursor(Place place) {
    return place.at() + "_" + place.number();
  }

  private Place place(When when) {
    int mark = before.indexOf('_');
    if (mark < 0) {
      return new Place(date(when, before), 0);
    }
    String number = before.substring(mark + 1);
    if (!number.matches("\\d{1,18}")) {
      throw wrong(before).get();
    }
    return new Place(date(when, before.substring(0, mark)), Long.parseLong(number));
  }
}
