package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.port.Ties.Turn;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How answers slow down as messages pile up: databases of several sizes side by side, asked in
 * turn, so that whatever else the machine does hits all of them. Prints the median times, and the
 * median over the rounds of each size's time to the smallest's.
 */
final class AskBench {
  private static final int ROUNDS = 7;
  private static final long SEED = 20_260_122;
  private static final int PAGE = 30;

  private final TestDatabase database = TestDatabase.fresh();
  private final PostgresTimeline timeline = new PostgresTimeline(database.database());
  private final PostgresDirectory directory = new PostgresDirectory(database.database());
  private final PostgresTies ties = new PostgresTies(database.database());
  private final InventedCrowd crowd;
  private final int size;

  private AskBench(int size) {
    this.size = size;
    this.crowd = new InventedCrowd(SEED, size);
  }

  /** Sizes in messages; without any, 10,000, 100,000 and 1,000,000. */
  public static void main(String... arguments) throws SQLException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(10_000, 100_000, 1_000_000)
            : Stream.of(arguments).map(Integer::valueOf).toList();
    var benches = new ArrayList<AskBench>();
    for (int size : sizes) {
      var bench = new AskBench(size);
      bench.fill(out);
      benches.add(bench);
    }
    measure(benches, out);
    benches.forEach(bench -> bench.database.close());
  }

  private void fill(PrintStream out) throws SQLException, IOException {
    long begin = System.nanoTime();
    crowd.fill(database);
    long filled = System.nanoTime();
    long left =
        new IndexMessages(new PostgresSearchIndex(database.database()), InstantSource.system())
            .catchUp(Duration.ofHours(2));
    long indexed = System.nanoTime();
    database.asOwner("vacuum analyze message_words");
    out.printf(
        Locale.ROOT,
        "%,d messages of %,d people: put in at %,d/s, indexed at %,d/s, %d left%n",
        size,
        crowd.people(),
        size * 1_000_000_000L / (filled - begin),
        size * 1_000_000_000L / (indexed - filled),
        left);
  }

  private interface Question {
    void ask(AskBench on, Random dice);
  }

  private static Map<String, Question> questions() {
    var questions = new LinkedHashMap<String, Question>();
    questions.put("history", AskBench::history);
    questions.put("search, a common word", (on, dice) -> on.search(word(dice, 0, 20)));
    questions.put("search, a word of some", (on, dice) -> on.search(word(dice, 1_000, 2_000)));
    questions.put("search, a rare word", (on, dice) -> on.search(word(dice, 20_000, 49_000)));
    questions.put(
        "search, two words",
        (on, dice) -> on.search(word(dice, 5, 200) + " " + word(dice, 5, 200)));
    questions.put(
        "search, a beginning",
        (on, dice) -> on.search(word(dice, 300, 3_000).substring(0, 5) + "*"));
    questions.put("search, a common word from one", AskBench::fromOne);
    questions.put("find a person", (on, dice) -> on.find(dice));
    questions.put("waiting", (on, dice) -> on.waiting());
    questions.put("quiet", (on, dice) -> on.ties.quiet(on.late(), 20));
    questions.put("top", (on, dice) -> on.ties.top(on.late(), 20));
    return questions;
  }

  private static void measure(List<AskBench> benches, PrintStream out) {
    questions()
        .forEach((name, question) -> {
          int times = Set.of("waiting", "quiet", "top").contains(name) ? 1 : 20;
          double[][] medians = new double[benches.size()][ROUNDS];
          double[] worst = new double[benches.size()];
          for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < benches.size(); i++) {
              double[] taken = ask(benches.get(i), question, times, round);
              if (round >= 0) {
                medians[i][round] = taken[times / 2];
                worst[i] = Math.max(worst[i], round == 0 ? 0 : taken[times * 95 / 100]);
              }
            }
          }
          report(name, benches, medians, worst, out);
        });
  }

  /** In order; the round before the first only warms up. */
  private static double[] ask(AskBench bench, Question question, int times, int round) {
    var dice = new Random(SEED + round);
    double[] taken = new double[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      question.ask(bench, dice);
      taken[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(taken);
    return taken;
  }

  private static void report(
      String name, List<AskBench> benches, double[][] medians, double[] worst, PrintStream out) {
    var line = new StringBuilder(String.format(Locale.ROOT, "%-32s", name));
    for (int i = 0; i < benches.size(); i++) {
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        ratios[round] = medians[i][round] / medians[0][round];
      }
      line.append(
          String.format(
              Locale.ROOT,
              " | %,d: p50 %.2f ms, p95 at most %.1f ms, ratio %.2f",
              benches.get(i).size,
              median(medians[i]),
              worst[i],
              median(ratios)));
    }
    out.println(line);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String word(Random dice, int from, int to) {
    return InventedCrowd.word(from + dice.nextInt(to - from));
  }

  private ContactId person(Random dice) {
    return new ContactId(Keys.of(InventedCrowd.handle(crowd.anybody(dice))));
  }

  private void history(Random dice) {
    timeline.history(person(dice), Set.of(), Span.EVER, Place.NEWEST, PAGE);
  }

  private void search(String words) {
    timeline.search(Wanted.of(words), Place.NEWEST, 20);
  }

  private void fromOne(Random dice) {
    Set<ContactId> one = Set.of(person(dice));
    timeline.search(
        new Wanted(word(dice, 0, 20), one, false, Set.of(), Set.of(), Span.EVER), Place.NEWEST, 20);
  }

  private void find(Random dice) {
    directory.find(InventedCrowd.name(crowd.anybody(dice)), 10);
  }

  private void waiting() {
    ties.waiting(Turn.OWNERS, Instant.EPOCH, Timeline.LATEST, 20);
  }

  private Instant late() {
    return Instant.parse("2025-11-01T00:00:00Z");
  }
}
