package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.contact.PostgresDirectory;
import dev.moltbot.adapter.postgres.contact.PostgresTies;
import dev.moltbot.adapter.postgres.message.PostgresTimeline;
import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Ties.Turn;
import dev.moltbot.port.Timeline;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Every kind of question, as an owner would ask it of one database of invented messages. */
final class Asked {
  private static final int PAGE = 30;
  private static final int FOUND = 20;
  private static final Set<ChannelId> PHONE = Set.of(new ChannelId("whatsapp"));
  private static final Instant LATELY = Instant.parse("2025-11-01T00:00:00Z");

  /** Years after the first message and years before the last. */
  private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

  private final PostgresTimeline timeline;
  private final PostgresDirectory directory;
  private final PostgresTies ties;
  private final InventedCrowd crowd;

  Asked(Database database, InventedCrowd crowd) {
    this.timeline = new PostgresTimeline(database);
    this.directory = new PostgresDirectory(database);
    this.ties = new PostgresTies(database);
    this.crowd = crowd;
  }

  /** A question with an answer; which exactly, the dice say. */
  interface Question {
    void ask(Asked on, Random dice);
  }

  static Map<String, Question> questions() {
    var questions = new LinkedHashMap<String, Question>();
    histories(questions);
    searches(questions);
    people(questions);
    return questions;
  }

  private static void histories(Map<String, Question> questions) {
    Set<ChannelId> all = Set.of();
    questions.put(
        "history of who writes most", (on, dice) -> on.history(on.busy(dice), all, Span.EVER));
    questions.put("history of anybody", (on, dice) -> on.history(on.anybody(dice), all, Span.EVER));
    questions.put("history, --channel", (on, dice) -> on.history(on.busy(dice), PHONE, Span.EVER));
    questions.put(
        "history, --since", (on, dice) -> on.history(on.busy(dice), all, since(LONG_AGO)));
  }

  private static void searches(Map<String, Question> questions) {
    questions.put("search, a common word", (on, dice) -> on.search(common(dice)));
    questions.put(
        "search, a word of every 250th", (on, dice) -> on.search(word(dice, 1_000, 2_000)));
    questions.put("search, a rare word", (on, dice) -> on.search(rare(dice)));
    questions.put("search, a word nobody wrote", (on, dice) -> on.search(rare(dice) + "xq"));
    questions.put(
        "search, a phrase of three",
        (on, dice) ->
            on.search(common(dice) + " " + word(dice, 5, 200) + " " + word(dice, 5, 200)));
    questions.put(
        "search, a beginning",
        (on, dice) -> on.search(word(dice, 300, 3_000).substring(0, 5) + "*"));
    questions.put(
        "search, from: and a common word",
        (on, dice) -> on.search(common(dice), Set.of(on.anybody(dice)), Set.of()));
    questions.put(
        "search, from: who writes most, too",
        (on, dice) -> on.search(common(dice), Set.of(on.busy(dice)), Set.of()));
    questions.put(
        "search, in: and a common word", (on, dice) -> on.search(common(dice), Set.of(), PHONE));
  }

  private static void people(Map<String, Question> questions) {
    questions.put("search, a name", (on, dice) -> on.find(on.name(dice)));
    questions.put("search, a misspelt name", (on, dice) -> on.find(misspelt(on.name(dice))));
    questions.put("search, nobody's name", (on, dice) -> on.find(word(dice, 300, 3_000)));
    questions.put("search, a tag", (on, dice) -> on.find("team" + dice.nextInt(20)));
    questions.put("show", (on, dice) -> on.directory.show(on.anybody(dice)));
    questions.put("waiting for the owner", (on, dice) -> on.waiting(Turn.OWNERS));
    questions.put("waited for", (on, dice) -> on.waiting(Turn.THEIRS));
    questions.put("quiet", (on, dice) -> on.ties.quiet(LATELY, FOUND));
    questions.put("top", (on, dice) -> on.ties.top(LATELY, FOUND));
  }

  private void history(ContactId person, Set<ChannelId> channels, Span span) {
    timeline.history(person, channels, span, Place.NEWEST, PAGE);
  }

  private void search(String words) {
    timeline.search(Wanted.of(words), Place.NEWEST, FOUND);
  }

  private void search(String words, Set<ContactId> from, Set<ChannelId> channels) {
    timeline.search(
        new Wanted(words, from, false, channels, Set.of(), Span.EVER), Place.NEWEST, FOUND);
  }

  private void find(String words) {
    directory.find(words, 10);
  }

  private void waiting(Turn turn) {
    ties.waiting(turn, Instant.EPOCH, Timeline.LATEST, FOUND);
  }

  private static Span since(Instant first) {
    return new Span(first, Timeline.LATEST);
  }

  private static String word(Random dice, int from, int to) {
    return InventedCrowd.word(from + dice.nextInt(to - from));
  }

  private static String common(Random dice) {
    return word(dice, 0, 20);
  }

  private static String rare(Random dice) {
    return word(dice, 20_000, 49_000);
  }

  private ContactId anybody(Random dice) {
    return InventedCrowd.person(crowd.anybody(dice));
  }

  /** Of the few that have hundreds or thousands of messages; with an address and a number. */
  private ContactId busy(Random dice) {
    return InventedCrowd.person(3 * dice.nextInt(3));
  }

  private String name(Random dice) {
    return InventedCrowd.name(crowd.anybody(dice));
  }

  /** Without the last letter but two. */
  private static String misspelt(String name) {
    int wrong = name.length() - 3;
    return name.substring(0, wrong) + name.substring(wrong + 1);
  }
}
