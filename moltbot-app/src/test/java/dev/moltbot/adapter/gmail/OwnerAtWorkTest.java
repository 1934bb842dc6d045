package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.claude.FakeAnthropic;
import dev.moltbot.adapter.desk.FakePeople;
import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One {@code moltbot run}, and what its owner does with it. Each test has a person of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnerAtWorkTest {
  private static final FakePeople.Person STRANGER = new FakePeople.Person(4712, "Olena");
  private static final Duration MOMENT = Duration.ofMillis(1_200);

  private Surroundings world;
  private Program moltbot;

  @BeforeAll
  void start(@TempDir Path folder) {
    world = new Surroundings(folder);
    moltbot = world.run();
  }

  @AfterAll
  void stop() {
    assertThat(moltbot.stop()).as(moltbot.talk()).isIn(0, 143);
    assertThat(world.actions()).contains("\"type\":\"Stopped\"");
    assertThat(world.said("audit", "verify")).contains("The record holds");
    world.close();
  }

  @Test
  void sendsTheApprovedWordsOnceAndPutsEverythingOnRecord() {
    String id = receives("ada@example.org");
    var card = world.awaitCard("ada@example.org");
    assertThat(world.said("pending", "--json")).contains("\"channel\":\"gmail\"");
    world.tap(card, "Approve");
    world.awaitSent("ada@example.org");
    assertThat(world.sentTo("ada@example.org"))
        .singleElement()
        .asString()
        .contains("In-Reply-To: <" + id.substring(1) + "@example.org>")
        .endsWith("\r\n\r\n" + Surroundings.REPLY);
    Await.until(
        "the record in actions.log",
        () -> world.actions().contains("\"type\":\"MessageSent\""),
        world::situation);
    assertThat(world.actions())
        .contains("MessagesRead", "DraftGenerated", "ApprovalAsked", "VerdictGiven", "ApiCalled")
        .doesNotContain("come at six", Surroundings.TOKEN, Surroundings.KEY, "refresh-1");
    assertThat(world.said("audit", "verify")).contains("The record holds");
  }

  @Test
  void doesNothingWhilePausedFromTheCommandLine() {
    world.said("pause");
    receives("bob@example.org");
    Await.never("a card", MOMENT, () -> !world.cards("bob@example.org").isEmpty());
    world.said("resume");
    approve("bob@example.org");
  }

  @Test
  void doesNothingWhilePausedFromThePhone() {
    world.telegram.people().writes(Surroundings.OWNER, "/pause");
    world.awaitShown("Paused");
    receives("cleo@example.org");
    Await.never("a card", MOMENT, () -> !world.cards("cleo@example.org").isEmpty());
    world.telegram.people().writes(Surroundings.OWNER, "/resume");
    approve("cleo@example.org");
  }

  @Test
  void countsOneOfTwoTapsFromTwoPhones() {
    receives("dan@example.org");
    var card = world.awaitCard("dan@example.org");
    world.tap(card, "Approve");
    world.tap(card, "Reject");
    world.tap(card, "Approve");
    world.awaitSent("dan@example.org");
    Await.until("toasts", () -> toasts("Too late") >= 2, world::situation);
    assertThat(world.sentTo("dan@example.org")).hasSize(1);
  }

  @Test
  void hearsNobodyButTheOwner() {
    receives("eve@example.org");
    var card = world.awaitCard("eve@example.org");
    world.telegram.people().tapsWith(STRANGER, STRANGER.id(), card.id(), card.data("Approve"));
    world.telegram.people().writes(STRANGER, "approve");
    world.awaitShown("Someone who is not you reached this bot");
    assertThat(world.sentTo("eve@example.org")).isEmpty();
    assertThat(world.telegram.shown(STRANGER.id())).isEmpty();
    world.tap(card, "Reject");
    ends("eve@example.org", "Rejected, nothing was sent");
  }

  @Test
  void doesNotTakeAButtonNobodyMade() {
    receives("finn@example.org");
    var card = world.awaitCard("finn@example.org");
    String data = card.data("Reject");
    String forged = "A" + data.substring(1);
    long chat = Surroundings.OWNER.id();
    int before = world.telegram.toasts().size();
    world.telegram.people().tapsWith(Surroundings.OWNER, chat, card.id(), forged);
    Await.until("a toast", () -> world.telegram.toasts().size() > before, world::situation);
    assertThat(world.live("finn@example.org")).hasSize(1);
    world.tap(card, "Reject");
    ends("finn@example.org", "Rejected, nothing was sent");
    assertThat(world.sentTo("finn@example.org")).isEmpty();
  }

  @Test
  void showsTheOwnersOwnWordsOnceMoreBeforeTheyGo() {
    receives("gail@example.org");
    var card = world.awaitNotedCard("gail@example.org");
    world.telegram.people().replies(Surroundings.OWNER, card.id(), "Half past, in my own words.");
    Await.until(
        "a new card",
        () -> world.live("gail@example.org").stream().anyMatch(one -> one.id() != card.id()),
        world::situation);
    assertThat(world.sentTo("gail@example.org")).isEmpty();
    world.tap(world.live("gail@example.org").getLast(), "Approve");
    world.awaitSent("gail@example.org");
    assertThat(world.sentTo("gail@example.org"))
        .singleElement()
        .asString()
        .endsWith("\r\n\r\nHalf past, in my own words.");
  }

  @Test
  void draftsAgainWhenAskedTo() {
    receives("hugo@example.org");
    var card = world.awaitNotedCard("hugo@example.org");
    world.claude.says(FakeAnthropic.answer("needs_reply", "Asks to come.", "At six, then."));
    world.telegram.people().replies(Surroundings.OWNER, card.id(), "rewrite shorter");
    world.awaitShown("At six, then.");
    assertThat(world.claude.accepted().getLast()).contains("shorter");
    approve("hugo@example.org");
    assertThat(world.sentTo("hugo@example.org"))
        .singleElement()
        .asString()
        .contains("At six, then.");
  }

  @Test
  void asksAgainLater() {
    receives("ida@example.org");
    world.tap(world.awaitCard("ida@example.org"), "Later");
    ends("ida@example.org", "Later: comes again");
    assertThat(world.sentTo("ida@example.org")).isEmpty();
  }

  @Test
  void closesACardWhenTheOwnerAnsweredElsewhere() {
    String id = receives("jan@example.org");
    var card = world.awaitCard("jan@example.org");
    world.gmail.mailbox.answersElsewhere(id, "I am on my way.");
    ends("jan@example.org", "You answered elsewhere");
    world
        .telegram
        .people()
        .tapsWith(Surroundings.OWNER, Surroundings.OWNER.id(), card.id(), card.data("Approve"));
    Await.until("a toast", () -> toasts("answered elsewhere") > 0, world::situation);
    assertThat(world.sentTo("jan@example.org")).isEmpty();
  }

  @Test
  void refusesASecondRunOnTheSameWorkspace() {
    try (Program second = world.program("run")) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.talk().strip().lines().count()).as(second.talk()).isEqualTo(1);
    }
  }

  private String receives(String who) {
    return world.gmail.mailbox.receives(who, "Could you come at six?");
  }

  private void approve(String who) {
    world.tap(world.awaitCard(who), "Approve");
    world.awaitSent(who);
  }

  private void ends(String who, String state) {
    Await.until(
        who + ": " + state,
        () -> world.cards(who).stream().allMatch(card -> card.text().startsWith(state)),
        world::situation);
    assertThat(world.live(who)).isEmpty();
  }

  private long toasts(String words) {
    return world.telegram.toasts().stream().filter(toast -> toast.text().contains(words)).count();
  }
}
