package dev.moltbot.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.contact.Acquaintances;
import dev.moltbot.adapter.postgres.contact.Acquaintances.Known;
import dev.moltbot.adapter.postgres.contact.Acquaintances.Words;
import dev.moltbot.adapter.postgres.transaction.SafeText;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Timeline.Hit;
import dev.moltbot.port.Timeline.Holding;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Said;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said, newest first, over all channels; and what was said about something. */
class TimelineTest {
  private static final Instant NOON = SettableTime.NOON;

  private Acquaintances world;

  @BeforeEach
  void open() {
    world = new Acquaintances();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void showsOnePersonOnAllChannelsBothWays() {
    Known mail = world.person("gmail", "olena@example.org", "Olena");
    Known phone = world.also(mail, "whatsapp", "+380441234567", "Оленка");
    Known other = world.person("gmail", "bob@example.org", "Bob");
    world.from(mail, at(1), Words.of("one"));
    world.to(List.of(mail, other), at(2), Words.of("two"));
    world.from(phone, at(3), Words.of("three").with("DISCUSSION"));
    world.from(other, at(4), Words.of("elsewhere"));
    assertThat(words(history(mail.person(), 9))).containsExactly("three", "two", "one");
    assertThat(history(mail.person(), 9))
        .extracting(Said::mine)
        .containsExactly(false, true, false);
    assertThat(history(mail.person(), 9).getFirst().toMany()).isTrue();
    assertThat(
            words(
                world.timeline.history(
                    mail.person(),
                    Set.of(new ChannelId("gmail")),
                    new Span(at(2), at(9)),
                    Place.NEWEST,
                    9)))
        .containsExactly("two");
  }

  /** To two addresses of one person went one message. */
  @Test
  void showsAMessageToTwoHandlesOfAPersonOnce() {
    Known one = world.person("gmail", "olena@example.org", "Olena");
    Known two = world.also(one, "gmail", "olena@example.com", "Olena");
    world.to(List.of(one, two), at(1), Words.of("both"));
    world.to(List.of(one, two), at(2), Words.of("again"));
    assertThat(words(history(one.person(), 2))).containsExactly("again", "both");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesAllOfAHistoryOnceAndInOrderPageByPage(long seed) {
    var random = new Random(seed);
    List<Known> known = people(random);
    var reference = new ArrayList<Place>();
    ContactId person = known.getFirst().person();
    for (int i = 0; i < 300; i++) {
      Known who = known.get(random.nextInt(known.size()));
      // Few different times, so that pages end between messages of one time.
      Instant at = NOON.plusSeconds(random.nextInt(40));
      boolean mine = random.nextInt(3) == 0;
      Known second = known.get(random.nextInt(known.size()));
      List<Known> whom = second.id() == who.id() ? List.of(who) : List.of(who, second);
      long number = mine ? world.to(whom, at, Words.of("x")) : world.from(who, at, Words.of("x"));
      if ((mine ? whom.stream() : Stream.of(who)).anyMatch(one -> one.person().equals(person))) {
        reference.add(new Place(at, number));
      }
    }
    reference.sort(Comparator.comparing(Place::at).thenComparingLong(Place::number).reversed());
    int page = 1 + random.nextInt(30);
    assertThat(pages(person, page)).containsExactlyElementsOf(reference);
  }

  private List<Known> people(Random random) {
    var known = new ArrayList<Known>();
    known.add(world.person("gmail", "a@example.org", "A"));
    for (int i = 0; i < 6; i++) {
      String channel = List.of("gmail", "viber", "telegram").get(random.nextInt(3));
      known.add(
          random.nextBoolean()
              ? world.also(known.getFirst(), channel, "a" + i, "A")
              : world.person(channel, "b" + i, "B"));
    }
    return known;
  }

  private List<Place> pages(ContactId person, int page) {
    var places = new ArrayList<Place>();
    Place before = Place.NEWEST;
    List<Said> some;
    do {
      some = world.timeline.history(person, Set.of(), Span.EVER, before, page);
      some.forEach(one -> places.add(one.place()));
      before = some.isEmpty() ? before : some.getLast().place();
    } while (some.size() == page);
    return places;
  }

  @Test
  void findsWordsInAnyScriptAndByTheirBeginning() {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    world.from(olena, at(1), Words.of("Побачимося на Зустрічі у Львові"));
    world.from(olena, at(2), Words.of("Le CAFÉ est fermé"));
    world.from(olena, at(3), new Words("About the Budget", "see there", List.of(), "FYI"));
    world.indexAll();
    assertThat(found("зустрічі львові")).hasSize(1);
    assertThat(found("зустріч")).isEmpty();
    assertThat(found("зустріч*")).hasSize(1);
    assertThat(found("cafe ferme")).hasSize(1);
    assertThat(found("budget there")).hasSize(1);
    assertThat(found("budget nowhere")).isEmpty();
    assertThat(found("'); drop table message; --")).isEmpty();
    assertThat(found("&|!:*\\'")).isEmpty();
  }

  @Test
  void keepsEveryConditionAtOnce() {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    Known phone = world.also(olena, "whatsapp", "+380441234567", "Olena");
    Known bob = world.person("gmail", "bob@example.org", "Bob");
    world.from(olena, at(1), Words.of("plan one").with("ATTACHMENTS"));
    world.from(phone, at(2), Words.of("plan two https://example.org/"));
    world.from(bob, at(3), Words.of("plan three"));
    world.to(List.of(bob), at(4), Words.of("plan four"));
    world.indexAll();
    var from = Set.of(olena.person());
    var none = Set.<Holding>of();
    var anywhere = Set.<ChannelId>of();
    assertThat(words(found("plan")))
        .containsExactly("plan four", "plan three", "plan two https://example.org/", "plan one");
    assertThat(found(new Wanted("plan", from, false, anywhere, none, Span.EVER))).hasSize(2);
    assertThat(found(new Wanted("", from, false, anywhere, Set.of(Holding.LINK), Span.EVER)))
        .hasSize(1);
    assertThat(
            found(new Wanted("", Set.of(), false, anywhere, Set.of(Holding.ATTACHMENT), Span.EVER)))
        .hasSize(1);
    assertThat(
            found(
                new Wanted(
                    "plan", Set.of(), false, Set.of(new ChannelId("whatsapp")), none, Span.EVER)))
        .hasSize(1);
    assertThat(words(found(new Wanted("plan", Set.of(), true, anywhere, none, Span.EVER))))
        .containsExactly("plan four");
    assertThat(
            words(found(new Wanted("plan", from, false, anywhere, none, new Span(at(2), at(4))))))
        .containsExactly("plan two https://example.org/");
  }

  @Test
  void givesAllFindingsOncePageByPageAlsoBeyondTheNewest() {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    for (int i = 0; i < 57; i++) {
      world.from(olena, at(i % 5), Words.of(i % 2 == 0 ? "even plan" : "odd plan"));
    }
    world.indexAll();
    var places = new ArrayList<Place>();
    Place before = Place.NEWEST;
    List<Hit> some;
    do {
      some = world.timeline.search(Wanted.of("even"), before, 7);
      some.forEach(one -> places.add(one.said().place()));
      before = some.getLast().said().place();
    } while (some.size() == 7);
    assertThat(places).hasSize(29).doesNotHaveDuplicates();
    assertThat(places)
        .isSortedAccordingTo(
            Comparator.comparing(Place::at).thenComparingLong(Place::number).reversed());
  }

  /** A word in most messages, in some and in one: each is looked for in another way. */
  @Test
  void findsCommonAndRareWordsAlike() {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    for (int i = 0; i < 900; i++) {
      String rare = i == 3 ? " seldom" : "";
      world.from(olena, at(i), Words.of("often " + (i % 60 == 0 ? "sometimes" : "") + rare));
    }
    world.indexAll();
    assertThat(world.timeline.search(Wanted.of("often"), Place.NEWEST, 20)).hasSize(20);
    assertThat(world.timeline.search(Wanted.of("sometimes"), Place.NEWEST, 12)).hasSize(12);
    assertThat(world.timeline.search(Wanted.of("seldom"), Place.NEWEST, 20)).hasSize(1);
    assertThat(world.timeline.search(Wanted.of("never"), Place.NEWEST, 20)).isEmpty();
    assertThat(world.timeline.search(Wanted.of("some*"), Place.NEWEST, 12)).hasSize(12);
  }

  /** Across months with nothing in them, up to the beginning of time, page by page. */
  @Test
  void findsARareWordHoweverLongAgo() {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    for (int i = 0; i < 400; i++) {
      world.from(olena, at(i), Words.of("chaff"));
    }
    List<Long> days = List.of(1L, 30L, 31L, 32L, 400L, 401L, 5_000L, 20_000L);
    days.forEach(day -> world.from(olena, NOON.minus(Duration.ofDays(day)), Words.of("grain")));
    world.indexAll();
    List<Instant> ages = days.stream().map(day -> NOON.minus(Duration.ofDays(day))).toList();
    assertThat(found("grain")).extracting(one -> one.place().at()).isEqualTo(ages);
    List<Hit> first = world.timeline.search(Wanted.of("grain"), Place.NEWEST, 3);
    assertThat(world.timeline.search(Wanted.of("grain"), first.getLast().said().place(), 50))
        .hasSize(5);
    assertThat(
            world.timeline.search(
                new Wanted(
                    "grain",
                    Set.of(),
                    false,
                    Set.of(),
                    Set.of(),
                    new Span(ages.get(5), ages.get(1))),
                Place.NEWEST,
                50))
        .hasSize(4);
  }

  @Test
  void showsTheWordsAroundTheFirstThatWasAskedFor() {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    String body = "\ud83d\ude00".repeat(50) + "\nthen the PLAN\n\nfor " + "more ".repeat(50);
    world.from(olena, at(1), Words.of(body));
    world.indexAll();
    String excerpt =
        world.timeline.search(Wanted.of("plan"), Place.NEWEST, 1).getFirst().excerpt().reveal();
    assertThat(excerpt).startsWith("\u2026").contains("then the PLAN for more").endsWith("\u2026");
    assertThat(SafeText.isSafe(excerpt)).isTrue();
  }

  @Test
  void saysHowManyAreNotIndexedAndLosesNone() throws Exception {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    for (int i = 0; i < 1_100; i++) {
      world.from(olena, at(i), Words.of("plan " + i));
    }
    assertThat(world.searchIndex.waiting()).isEqualTo(1_100);
    assertThat(found("1099")).isEmpty();
    assertThat(world.index.catchUp(Duration.ofHours(1))).isZero();
    assertThat(found("1099")).hasSize(1);
    assertThat(world.count("message_words")).isEqualTo(1_100);
  }

  /** Whoever is forgotten is not found, either. */
  @Test
  void forgetsTheWordsOfADeletedMessage() throws Exception {
    Known olena = world.person("gmail", "olena@example.org", "Olena");
    world.from(olena, at(1), Words.of("indexed"));
    world.indexAll();
    world.from(olena, at(2), Words.of("not yet"));
    world.run("delete from message");
    world.indexAll();
    assertThat(found("indexed")).isEmpty();
    assertThat(world.count("message_words")).isZero();
  }

  private List<Said> history(ContactId person, int limit) {
    return world.timeline.history(person, Set.of(), Span.EVER, Place.NEWEST, limit);
  }

  private List<Said> found(String words) {
    return found(Wanted.of(words));
  }

  private List<Said> found(Wanted wanted) {
    return world.timeline.search(wanted, Place.NEWEST, 50).stream().map(Hit::said).toList();
  }

  private static List<String> words(List<Said> said) {
    return said.stream().map(one -> one.content().text().reveal()).toList();
  }

  private static Instant at(long minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}
