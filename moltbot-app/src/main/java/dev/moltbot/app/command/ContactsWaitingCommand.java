package dev.moltbot.app.command;

import dev.moltbot.port.Ties;
import dev.moltbot.port.Ties.Turn;
import dev.moltbot.port.Ties.Waiting;
import dev.moltbot.port.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moltbot contacts waiting}. */
@Command(
    name = "waiting",
    description = {
      "Who waits for your answer, and for whose you wait; the latest first.",
      "Groups, lists, mailings, programs and spam do not count."
    })
final class ContactsWaitingCommand implements Callable<Integer> {
  /** What has no date has waited for nobody knows how long, and is left out. */
  private static final Instant DATED = Timeline.EARLIEST.plusSeconds(1);

  @Mixin private Shared shared = new Shared();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Only who has waited for N days or more. Default: 0")
  private int days;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only who has waited since then or later.")
  private String since = "";

  @Option(names = "--limit", paramLabel = "N", description = "At most N of each. Default: 20")
  private int limit = 20;

  @Override
  public Integer call() {
    When when = When.here();
    Instant first = since.isEmpty() ? DATED : date(when);
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          Instant now = moltbot.part(InstantSource.class).instant();
          show(moltbot.part(Ties.class), first, now, when);
          return Exit.OK;
        });
  }

  private Instant date(When when) {
    return when.parse(since)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "Not a date such as 2026-01-31, 2026-01 or 2026: " + since));
  }

  void show(Ties ties, Instant first, Instant now, When when) {
    Instant until = now.minus(Duration.ofDays(days)).plusSeconds(1);
    List<Waiting> mine = ties.waiting(Turn.OWNERS, first, until, limit);
    List<Waiting> theirs = ties.waiting(Turn.THEIRS, first, until, limit);
    if (shared.json()) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("waitForYou", mine.stream().map(one -> fields(one, now)).toList());
      fields.put("youWaitFor", theirs.stream().map(one -> fields(one, now)).toList());
      shared.output().json(fields);
      return;
    }
    print("These wait for your answer:", mine, now, when);
    print("You wait for the answer of these:", theirs, now, when);
    if (mine.isEmpty() && theirs.isEmpty()) {
      shared.remark("Nobody waits.");
    }
  }

  private void print(String title, List<Waiting> waiting, Instant now, When when) {
    if (waiting.isEmpty()) {
      return;
    }
    shared.output().data().println(title);
    var table = new Table("SINCE", "DAYS", "NAME", "CHANNEL", "MESSAGES", "ID");
    waiting.forEach(one ->
        table.row(
            when.minute(one.since()),
            Long.toString(days(one.since(), now)),
            one.person().name().reveal(),
            one.channel().value(),
            Long.toString(one.messages()),
            WhichPerson.shortId(one.person().id())));
    shared.print(table);
    if (waiting.size() == limit) {
      shared.remark("There may be more: --limit shows them.");
    }
    shared.output().data().println();
  }

  private static Map<String, Object> fields(Waiting one, Instant now) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("person", PersonFields.of(one.person()));
    fields.put("since", one.since().toString());
    fields.put("days", days(one.since(), now));
    fields.put("messages", one.messages());
    fields.put("channel", one.channel().value());
    return fields;
  }

  private static long days(Instant then, Instant now) {
    return Math.max(0, Duration.between(then, now).toDays());
  }
}
