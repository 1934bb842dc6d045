package dev.moltbot.app.command;

import dev.moltbot.port.Ties;
import dev.moltbot.port.Ties.Closeness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot contacts top}. */
@Command(
    name = "top",
    description = {
      "With whom most was written, both ways together.",
      "Groups, lists, mailings, programs and spam do not count."
    })
final class ContactsTopCommand implements Callable<Integer> {
  private static final int WEEK_DAYS = 7;
  private static final int MONTH_DAYS = 30;
  private static final int YEAR_DAYS = 365;

  @Mixin private Shared shared = new Shared();

  @ArgGroup private Period period = new Period();

  @Option(names = "--limit", paramLabel = "N", description = "At most N. Default: 20")
  private int limit = 20;

  /** How far back; one of them. */
  static final class Period {
    @Option(names = "--week", description = "In the last 7 days.")
    private boolean week;

    @Option(names = "--month", description = "In the last 30 days. This is the default.")
    private boolean month;

    @Option(names = "--year", description = "In the last 365 days.")
    private boolean year;

    @Option(names = "--days", paramLabel = "N", description = "In the last N days.")
    private int days;

    Duration length() {
      int named = week ? WEEK_DAYS : year ? YEAR_DAYS : MONTH_DAYS;
      return Duration.ofDays(days > 0 && !month ? days : named);
    }
  }

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
    Instant since = now.minus(period.length());
    List<Closeness> top = ties.top(since, limit);
    if (shared.json()) {
      var people = top.stream().map(one -> PersonFields.of(one)).toList();
      shared.output().json(Map.of("since", since.toString(), "people", people));
    } else if (top.isEmpty()) {
      shared.remark("Nothing was written since " + when.day(since) + "; --days N looks farther.");
    } else {
      shared.print(ClosenessTable.of(top, when));
    }
  }
}
