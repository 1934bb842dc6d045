package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.contact.ContactRows;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What it takes to know who wrote one message, among many people: a message at a time, against a
 * bare look-up by the unique key on the same connection, in turn.
 */
final class ResolveBench {
  private static final int PAIRS = 9;
  private static final int EACH = 1_000;
  private static final long SEED = 20_260_122;
  private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

  private static final String LOOK_UP = "select handle_id from handle where handle_key = ?";

  private final TestDatabase database = TestDatabase.fresh();
  private final Random dice = new Random(SEED);
  private final int people;
  private int messages;

  private ResolveBench(int people) {
    this.people = people;
  }

  /** How many people there are; without any, 10,000 and 1,000,000. */
  public static void main(String... arguments) throws SQLException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> sizes = arguments.length == 0 ? List.of("10000", "1000000") : List.of(arguments);
    for (String size : sizes) {
      new ResolveBench(Integer.parseInt(size)).measure(out);
    }
  }

  private interface Step {
    void take(Tx tx) throws SQLException;
  }

  private void measure(PrintStream out) throws SQLException, IOException {
    new InventedCrowd(SEED, people * InventedCrowd.MESSAGES_EACH).fillPeople(database);
    out.printf(Locale.ROOT, "%,d people%n", people);
    report(out, "a known sender", this::known);
    report(out, "a new sender", this::unknown);
    database.close();
  }

  private void report(PrintStream out, String name, Step step) {
    var lookUps = new ArrayList<Double>();
    var steps = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int pair = -1; pair < PAIRS; pair++) {
      double lookUp = median(this::lookUp);
      double taken = median(step);
      if (pair >= 0) { // The first only warms up.
        lookUps.add(lookUp);
        steps.add(taken);
        ratios.add(taken / lookUp);
      }
    }
    ratios.sort(null);
    out.printf(
        Locale.ROOT,
        "%s: p50 %.0f us, a bare look-up %.0f us; ratio %.2f (%.2f to %.2f of %d pairs)%n",
        name,
        middle(steps),
        middle(lookUps),
        middle(ratios),
        ratios.getFirst(),
        ratios.getLast(),
        PAIRS);
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** Of so many in one transaction, in microseconds: what a commit takes is not measured. */
  private double median(Step step) {
    long[] taken = new long[EACH];
    database
        .database()
        .run(
            LATER,
            tx -> {
              for (int i = 0; i < EACH; i++) {
                long begin = System.nanoTime();
                step.take(tx);
                taken[i] = System.nanoTime() - begin;
              }
            });
    Arrays.sort(taken);
    return taken[EACH / 2] / 1e3;
  }

  private void lookUp(Tx tx) throws SQLException {
    tx.one(LOOK_UP, row -> row.number("handle_id"), Keys.of(somebody()));
  }

  /** Each message is later than those before, as messages are. */
  private void known(Tx tx) throws SQLException {
    int person = dice.nextInt(people);
    observe(tx, InventedCrowd.handle(person), InventedCrowd.name(person));
  }

  private void unknown(Tx tx) throws SQLException {
    String number = Integer.toString(messages);
    observe(tx, new Handle(new ChannelId("gmail"), "new" + number + "@example.org"), "N " + number);
  }

  private void observe(Tx tx, Handle handle, String name) throws SQLException {
    Instant at = LATER.minusSeconds(5_000_000).plusSeconds(messages++);
    ContactRows.observe(tx, List.of(Identity.of(handle, new UntrustedText(name), at)), LATER);
  }

  private Handle somebody() {
    return InventedCrowd.handle(dice.nextInt(people));
  }
}
