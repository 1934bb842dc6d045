package dev.moltbot.app.command;

import dev.moltbot.port.Ties;
import dev.moltbot.port.Ties.Closeness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot contacts quiet}. */
@Command(
    name = "quiet",
    description = {
      "Who you were not in touch with for a while; first those who were close.",
      "Close is with whom much went to and fro. Groups, lists and mailings do not count."
    })
final class ContactsQuietCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--days", paramLabel = "N", description = "For N days or more. Default: 90")
  private int days = 90;

  @Option(names = "--limit", paramLabel = "N", description = "At most N. Default: 20")
  private int limit = 20;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          show(moltbot.part(Ties.class), moltbot.part(InstantSource.class).instant(), When.here());
          return Exit.OK;
        });
  }

  void show(Ties ties, Instant now, When when) {
    Instant since = now.minus(Duration.ofDays(days));
    List<Closeness> quiet = ties.quiet(since, limit);
    if (shared.json()) {
      var people = quiet.stream().map(one -> PersonFields.of(one)).toList();
      shared.output().json(Map.of("since", since.toString(), "people", people));
    } else if (quiet.isEmpty()) {
      shared.remark("You were in touch with everybody.");
    } else {
      shared.print(ClosenessTable.of(quiet, when));
    }
  }
}
