package dev.moltbot.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.InventedCrowd;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.adapter.postgres.message.SearchTerms.Word;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.port.Timeline.Holding;
import dev.moltbot.port.Timeline.Place;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import dev.moltbot.testkit.SettableTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, what is found is what reading every message would have found. */
class SearchTest {
  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparing(Place::at).thenComparingLong(Place::number).reversed();

  private static final int MESSAGES = 3_000;
  private static final int QUESTIONS = 80;

  /** In every message up to here and in none after. */
  private static final String FORMERLY = "formerly";

  private static final Instant THEN = Instant.parse("2019-01-01T00:00:00Z");

  /** From the most common words to the rarest. */
  private static final int[] RANKS = {0, 5, 60, 300, 2_000, 40_000};

  private record Read(
      Place place, Optional<ContactId> from, String channel, Set<String> words, boolean link) {
    static Read of(Row row) throws SQLException {
      return new Read(
          new Place(row.instant("placed_at"), row.number("message_id")),
          row.yes("from_owner")
              ? Optional.empty()
              : Optional.of(new ContactId(row.uuid("contact_id"))),
          row.text("channel"),
          SearchWords.of(row.text("subject"), row.text("body")),
          row.text("body").contains("https://"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsWhatReadingEverythingWould(long seed) throws Exception {
    var crowd = new InventedCrowd(seed, MESSAGES);
    try (var database = TestDatabase.fresh()) {
      crowd.fill(database.source());
      database.asOwner(
          "update message set body = body || ' %s' where placed_at < '%s'"
              .formatted(FORMERLY, THEN));
      var index = new PostgresSearchIndex(database.database());
      new IndexMessages(index, new SettableTime()).catchUp(Duration.ofHours(1));
      List<Read> all = read(database);
      var timeline = new PostgresTimeline(database.database());
      var random = new Random(seed);
      for (int i = 0; i < QUESTIONS; i++) {
        Wanted wanted = question(crowd, random);
        int page = 1 + random.nextInt(40);
        assertThat(pages(timeline, wanted, page))
            .as("%s %s, %d a page", wanted.words(), wanted.span(), page)
            .isEqualTo(all.stream().filter(one -> matches(one, wanted)).map(Read::place).toList());
      }
    }
  }

  private static List<Read> read(TestDatabase database) {
    String sql =
        """
        select m.message_id, m.placed_at, m.from_owner, m.subject, m.body, a.channel, h.contact_id
        from message m join account a on a.account_id = m.account_id
        left join handle h on h.handle_id = m.handle_id
        """;
    return database.database().look(tx -> tx.all(sql, Read::of)).stream()
        .sorted(Comparator.comparing(Read::place, NEWEST_FIRST))
        .toList();
  }

  private static boolean matches(Read one, Wanted wanted) {
    return SearchTerms.words(wanted.words()).stream().allMatch(word -> holds(one.words(), word))
        && (wanted.from().isEmpty() || one.from().filter(wanted.from()::contains).isPresent())
        && (!wanted.mine() || one.from().isEmpty())
        && (wanted.channels().isEmpty() || wanted.channels().contains(new ChannelId(one.channel())))
        && (!wanted.has().contains(Holding.LINK) || one.link())
        && !one.place().at().isBefore(wanted.span().since())
        && one.place().at().isBefore(wanted.span().until());
  }

  private static boolean holds(Set<String> words, Word asked) {
    return words.stream().anyMatch(asked::matches);
  }

  private static Wanted question(InventedCrowd crowd, Random random) {
    boolean mine = random.nextInt(6) == 0;
    return new Wanted(
        words(random),
        mine || random.nextInt(3) > 0
            ? Set.of()
            : Set.of(InventedCrowd.person(crowd.anybody(random))),
        mine,
        random.nextInt(4) > 0 ? Set.of() : Set.of(new ChannelId("whatsapp")),
        random.nextInt(6) > 0 ? Set.of() : Set.of(Holding.LINK),
        random.nextInt(3) > 0 ? Span.EVER : span(random));
  }

  private static String words(Random random) {
    if (random.nextInt(6) == 0) {
      return FORMERLY;
    }
    var words = new ArrayList<String>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String word = InventedCrowd.word(RANKS[random.nextInt(RANKS.length)] + random.nextInt(20));
      words.add(random.nextInt(5) > 0 ? word : word.substring(0, 2) + "*");
    }
    return String.join(" ", words);
  }

  private static Span span(Random random) {
    Instant since =
        Instant.parse("2006-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(7_000)));
    return new Span(since, since.plus(Duration.ofDays(1 + random.nextInt(3_000))));
  }

  private static List<Place> pages(PostgresTimeline timeline, Wanted wanted, int page) {
    var places = new ArrayList<Place>();
    Place before = Place.NEWEST;
    List<Place> some;
    do {
      some = timeline.search(wanted, before, page).stream().map(one -> one.said().place()).toList();
      places.addAll(some);
      before = some.isEmpty() ? before : some.getLast();
    } while (some.size() == page);
    return places;
  }
}
