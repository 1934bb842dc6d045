package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.contact.Acquaintances.Known;
import dev.moltbot.adapter.postgres.contact.Acquaintances.Words;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.Ties.Closeness;
import dev.moltbot.port.Ties.Turn;
import dev.moltbot.port.Ties.Waiting;
import dev.moltbot.port.Timeline;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits and who is close, against a plain count of everything in memory. */
class TiesTest {
  private static final Instant NOON = SettableTime.NOON;
  private static final List<String> TRAITS = List.of("", "", "", "BULK", "DISCUSSION", "AUTOMATED");

  /** A message that counts; the owner's when {@code mine}. */
  private record Told(ContactId person, Instant at, boolean mine) {}

  private final List<Told> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesWithCountingEverything(long seed) {
    try (var world = new Acquaintances()) {
      fill(world, new Random(seed));
      for (int days : new int[] {0, 30, 300}) {
        Instant day = NOON.plus(Duration.ofDays(days));
        for (int limit : new int[] {1, 4, 99}) {
          assertThat(waiting(world, Turn.OWNERS, day, limit)).isEqualTo(waiting(false, day, limit));
          assertThat(waiting(world, Turn.THEIRS, day, limit)).isEqualTo(waiting(true, day, limit));
        }
        assertThat(keys(world.ties.quiet(day, 99))).isEqualTo(quiet(day));
        assertThat(keys(world.ties.top(day, 99))).isEqualTo(top(day));
      }
    }
  }

  private void fill(Acquaintances world, Random random) {
    var known = new ArrayList<Known>();
    for (int i = 0; i < 25; i++) {
      Known one = world.person("gmail", "p" + i + "@example.org", "P" + i);
      known.add(one);
      if (random.nextInt(3) == 0) {
        known.add(world.also(one, "gmail", "q" + i + "@example.org", "P" + i));
      }
    }
    for (int i = 0; i < 400; i++) {
      // Each at a time of its own, in any order: ties of time are not what is asked here.
      Instant at = NOON.plus(Duration.ofHours(random.nextInt(9_000))).plusSeconds(i);
      // Some hardly ever write, so that somebody is quiet.
      Known who = known.get((int) (known.size() * Math.pow(random.nextDouble(), 3)));
      if (random.nextInt(3) == 0) {
        Known second = known.get(random.nextInt(known.size()));
        world.to(second.id() == who.id() ? List.of(who) : List.of(who, second), at, Words.of("x"));
        told.add(new Told(who.person(), at, true));
        if (!second.person().equals(who.person())) {
          told.add(new Told(second.person(), at, true));
        }
      } else {
        write(world, who, at, random);
      }
    }
  }

  private void write(Acquaintances world, Known who, Instant at, Random random) {
    String trait = TRAITS.get(random.nextInt(TRAITS.size()));
    boolean spam = random.nextInt(9) == 0;
    Words words = Words.of("x").category(spam ? "SPAM" : "NEEDS_REPLY");
    world.from(who, at, trait.isEmpty() ? words : words.with(trait));
    if (trait.isEmpty() && !spam) {
      told.add(new Told(who.person(), at, false));
    }
  }

  private record Key(ContactId person, long first, long second, Instant at) {}

  private static List<Key> waiting(Acquaintances world, Turn turn, Instant since, int limit) {
    return world.ties.waiting(turn, since, Timeline.LATEST, limit).stream()
        .map(TiesTest::key)
        .toList();
  }

  private static Key key(Waiting one) {
    return new Key(one.person().id(), one.messages(), 0, one.since());
  }

  private static List<Key> keys(List<Closeness> all) {
    return all.stream()
        .map(one -> new Key(one.person().id(), one.received(), one.sent(), one.last()))
        .toList();
  }

  /** Those whose last words, on this side, stand without an answer. */
  private List<Key> waiting(boolean mine, Instant since, int limit) {
    record Open(Key key, Instant last) {}
    var open = new ArrayList<Open>();
    people()
        .forEach((id, all) -> {
          Instant answered = last(all, !mine);
          List<Instant> left =
              all.stream()
                  .filter(one -> one.mine() == mine && one.at().isAfter(answered))
                  .map(Told::at)
                  .sorted()
                  .toList();
          if (!left.isEmpty() && !left.getFirst().isBefore(since)) {
            open.add(new Open(new Key(id, left.size(), 0, left.getFirst()), left.getLast()));
          }
        });
    return open.stream()
        .sorted(Comparator.comparing(Open::last).reversed().thenComparing(one -> id(one.key())))
        .map(Open::key)
        .limit(limit)
        .toList();
  }

  private List<Key> quiet(Instant since) {
    return counted(Instant.EPOCH).stream()
        .filter(one -> one.at().isBefore(since))
        .sorted(
            Comparator.<Key>comparingLong(one -> Math.min(one.first(), one.second()))
                .thenComparingLong(one -> one.first() + one.second())
                .thenComparing(Key::at)
                .reversed()
                .thenComparing(TiesTest::id))
        .toList();
  }

  private List<Key> top(Instant since) {
    return counted(since).stream()
        .sorted(
            Comparator.<Key>comparingLong(one -> one.first() + one.second())
                .thenComparingLong(one -> Math.min(one.first(), one.second()))
                .thenComparing(Key::at)
                .reversed()
                .thenComparing(TiesTest::id))
        .toList();
  }

  /** In the database's order, which is that of the digits. */
  private static String id(Key key) {
    return key.person().value().toString();
  }

  private List<Key> counted(Instant since) {
    var keys = new ArrayList<Key>();
    people()
        .forEach((id, all) -> {
          List<Told> some = all.stream().filter(one -> !one.at().isBefore(since)).toList();
          if (!some.isEmpty()) {
            long sent = some.stream().filter(Told::mine).count();
            Instant last = some.stream().map(Told::at).max(Instant::compareTo).orElseThrow();
            keys.add(new Key(id, some.size() - sent, sent, last));
          }
        });
    return keys;
  }

  private SortedMap<ContactId, List<Told>> people() {
    var people = new TreeMap<ContactId, List<Told>>(Comparator.comparing(one -> one.value()));
    told.forEach(one -> people.computeIfAbsent(one.person(), id -> new ArrayList<>()).add(one));
    return people;
  }

  private static Instant last(List<Told> all, boolean mine) {
    return all.stream()
        .filter(one -> one.mine() == mine)
        .map(Told::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
