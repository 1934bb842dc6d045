package dev.moltbot.adapter.postgres.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Fate;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overviews.Limits;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a look at everything finds. */
class OverviewsTest {
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void findsNothingWhereNothingIs() {
    Overview overview = look();
    assertThat(overview.people()).isEmpty();
    assertThat(overview.days()).isEmpty();
    assertThat(overview.totals().messages()).isZero();
  }

  @Test
  void putsWhomTheOwnerWritesWithBeforeWhoWritesAlone() {
    for (int i = 0; i < 6; i++) {
      said("bob", "b" + i, Set.of(), "direct-bob", Duration.ofHours(9 - i));
    }
    said("ada", "a1", Set.of(), "direct-ada", Duration.ofHours(4));
    answers("ada", "a2", "direct-ada", Duration.ofHours(2), "Yes. And you?");
    said("ada", "a3", Set.of(), "direct-ada", Duration.ofHours(1));
    Overview overview = look();
    assertThat(overview.people())
        .extracting(person -> person.name().reveal())
        .startsWith("ada", "bob");
    Person ada = overview.people().getFirst();
    assertThat(ada.exchanges())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.received()).isEqualTo(2);
          assertThat(one.sent()).isEqualTo(1);
        });
    assertThat(ada.replies().mineMedian()).isEqualTo(Duration.ofHours(2));
    assertThat(ada.replies().theirsMedian()).isEqualTo(Duration.ofHours(1));
    assertThat(ada.lately()).extracting(Overview.Said::byOwner).containsExactly(false, true);
  }

  @Test
  void leavesOutWhoOnlySendsNewsletters() {
    said("news", "n1", Set.of(Trait.BULK), "news", Duration.ofHours(1));
    said("ada", "a1", Set.of(), "direct-ada", Duration.ofHours(1));
    assertThat(look().people()).extracting(person -> person.name().reveal()).containsExactly("ada");
    assertThat(look().totals().contacts()).isEqualTo(2);
  }

  @Test
  void tiesThoseWhoMeetInOneConversation() {
    said("ada", "a1", Set.of(Trait.DISCUSSION), "choir", Duration.ofHours(3));
    said("bob", "b1", Set.of(Trait.DISCUSSION), "choir", Duration.ofHours(2));
    said("eve", "e1", Set.of(), "direct-eve", Duration.ofHours(2));
    Overview overview = look();
    assertThat(overview.ties())
        .singleElement()
        .satisfies(tie -> {
          assertThat(List.of(name(overview, tie.first()), name(overview, tie.second())))
              .containsExactlyInAnyOrder("ada", "bob");
          assertThat(tie.conversations()).isEqualTo(1);
        });
    assertThat(overview.people())
        .filteredOn(p -> p.name().reveal().equals("ada"))
        .allSatisfy(ada -> assertThat(ada.exchanges().getFirst().shared()).isEqualTo(1));
  }

  @Test
  void saysWhoseTurnItIs() {
    said("ada", "a1", Set.of(), "direct-ada", Duration.ofHours(3));
    said("bob", "b1", Set.of(), "direct-bob", Duration.ofHours(3));
    answers("bob", "b2", "direct-bob", Duration.ofHours(1), "Could you ask her?");
    Overview overview = look();
    assertThat(overview.waiting())
        .filteredOn(Overview.Waiting::forOwner)
        .extracting(one -> name(overview, one.person()))
        .containsExactly("ada");
    assertThat(overview.waiting())
        .filteredOn(one -> !one.forOwner())
        .extracting(one -> name(overview, one.person()))
        .containsExactly("bob");
  }

  /** 22:30 in London is the next day in Kyiv. */
  @Test
  void countsDaysByTheOwnersCalendar() {
    bench.time.set(Instant.parse("2026-01-02T22:30:00Z"));
    said("ada", "a1", Set.of(), "direct-ada", Duration.ZERO);
    assertThat(look().days())
        .singleElement()
        .satisfies(day -> {
          assertThat(day.day()).isEqualTo(LocalDate.of(2026, 1, 3));
          assertThat(day.received()).isEqualTo(1);
        });
  }

  @Test
  void saysWhatBecameOfDrafts() {
    bench.answer(bench.cardFor("ada"), new Verdict.Reject());
    bench.answer(bench.cardFor("bob"), new Verdict.Replace(DraftText.of("My own words.")));
    bench.cardFor("eve");
    assertThat(fates()).contains(Fate.SKIPPED, Fate.REPLACED, Fate.OPEN);
    bench.time.advance(Duration.ofDays(9));
    bench.approvals.expire(bench.now());
    assertThat(fates()).contains(Fate.EXPIRED);
  }

  @Test
  void keepsItsLimits() {
    for (int i = 0; i < 9; i++) {
      said("p" + i, "m" + i, Set.of(Trait.DISCUSSION), "choir", Duration.ofHours(i));
    }
    var limits = new Limits(4, 1, 30, 2, 2, 5);
    Overview overview =
        new PostgresOverviews(bench.database.database()).look(limits, KYIV, bench.now());
    assertThat(overview.people()).hasSize(4);
    assertThat(overview.ties()).hasSizeLessThanOrEqualTo(4);
    assertThat(overview.people().getFirst().lately().getFirst().words().length())
        .isLessThanOrEqualTo(5);
  }

  private List<Fate> fates() {
    return look().drafts().stream().map(Overview.Drafted::fate).toList();
  }

  private Overview look() {
    return new PostgresOverviews(bench.database.database()).look(Limits.DEFAULT, KYIV, bench.now());
  }

  private static String name(Overview overview, int place) {
    return overview.people().get(place).name().reveal();
  }

  private void said(String who, String id, Set<Trait> traits, String where, Duration ago) {
    bench.store(message(who, id, traits, where, ago, "Could you come at six?", List.of()));
  }

  private void answers(String whom, String id, String where, Duration ago, String words) {
    var audience = List.of(person(whom));
    bench.store(message("me", id, Set.of(Trait.FROM_OWNER), where, ago, words, audience));
    try {
      bench.database.asOwner(
          """
          insert into addressed (handle_id, placed_at, message_id)
          select h.handle_id, m.placed_at, m.message_id from handle h, message m
          where h.value = '%s@example.org' and m.native_id = '%s' on conflict do nothing
          """
              .formatted(whom, id));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Sender person(String who) {
    return Sender.of(new Address(who + "@example.org"), new UntrustedText(who));
  }

  private InboundMessage message(
      String who,
      String id,
      Set<Trait> traits,
      String where,
      Duration ago,
      String words,
      List<Sender> audience) {
    return new InboundMessage(
        new MessageId(Bench.MAIL, id),
        new ConversationId(Bench.MAIL, where),
        person(who),
        new Content(new UntrustedText(""), new UntrustedText(words)),
        bench.now().minus(ago),
        Threading.NONE,
        traits,
        audience);
  }
}
