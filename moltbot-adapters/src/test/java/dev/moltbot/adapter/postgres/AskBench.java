package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.Asked.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How answers slow down as messages pile up: a small and a large database side by side, asked in
 * turn, so that whatever else the machine does hits both. Prints the median times, the median over
 * the rounds of the large one's time to the small one's, and whether that is within the goal.
 */
final class AskBench {
  private static final int ROUNDS = 7;
  private static final int TIMES = 20;

  /** A question that takes so many milliseconds is asked once a round. */
  private static final double SLOW = 300;

  private static final double GOAL = 2.5;
  private static final long SEED = 20_260_122;

  private final Asked small;
  private final Asked large;
  private final PrintStream out;

  private AskBench(Asked small, Asked large, PrintStream out) {
    this.small = small;
    this.large = large;
    this.out = out;
  }

  /** A folder that keeps the databases; then two sizes in messages, by default the goal's. */
  public static void main(String... arguments) throws SQLException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    var few =
        new InventedCrowd(SEED, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000);
    var many =
        new InventedCrowd(SEED, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000);
    try (EmbeddedServer server = Servers.start(folder);
        AskedDatabase small = AskedDatabase.of(server, few);
        AskedDatabase large = AskedDatabase.of(server, many)) {
      warm(folder);
      title(out, few, many);
      new AskBench(new Asked(small.database(), few), new Asked(large.database(), many), out).all();
    }
  }

  /** Reads every file once, so that it is not the disk that is measured. */
  private static void warm(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private static void title(PrintStream out, InventedCrowd few, InventedCrowd many) {
    out.printf(
        Locale.ROOT,
        "%,d messages of %,d people, %,d of %,d; %d rounds of %d, p50 in ms; load %.1f%n",
        few.messages(),
        few.people(),
        many.messages(),
        many.people(),
        ROUNDS,
        TIMES,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    out.printf(
        "%-36s %8s %8s %7s %13s %s%n", "question", "small", "large", "ratio", "range", "goal");
  }

  private void all() {
    var missed = new ArrayList<String>();
    Asked.questions()
        .forEach((name, question) -> {
          if (!passes(name, question)) {
            missed.add(name);
          }
        });
    out.println(
        missed.isEmpty()
            ? "All are within " + GOAL + "."
            : "Not within " + GOAL + ": " + String.join("; ", missed) + ".");
  }

  private boolean passes(String name, Question question) {
    // The first rounds only warm up, and tell how often it can be asked.
    ask(small, question, TIMES, -2);
    int times = ask(large, question, 3, -1) > SLOW ? 1 : TIMES;
    ask(large, question, times, -2);
    var first = new double[ROUNDS];
    var second = new double[ROUNDS];
    var ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      first[round] = ask(small, question, times, round);
      second[round] = ask(large, question, times, round);
      ratios[round] = second[round] / first[round];
    }
    double ratio = median(ratios);
    out.printf(
        Locale.ROOT,
        "%-36s %8.2f %8.2f %7.2f %5.2f to %4.2f %s%n",
        name,
        median(first),
        median(second),
        ratio,
        ratios[0],
        ratios[ROUNDS - 1],
        ratio <= GOAL ? "met" : "MISSED");
    return ratio <= GOAL;
  }

  /** Median in ms. */
  private static double ask(Asked on, Question question, int times, int round) {
    var dice = new Random(SEED + round);
    var taken = new double[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      question.ask(on, dice);
      taken[i] = (System.nanoTime() - begin) / 1e6;
    }
    return median(taken);
  }

  /** Sorts them. */
  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
