package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.FakeFault;
import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at every moment that can be seen on the wire, followed by a start: the same
 * replies, none twice. One workspace lives through all of it, one person per moment.
 */
@Tag("long")
class KilledRunTest {
  @TempDir private Path folder = Path.of("");
  private Surroundings world;
  private Program moltbot;

  @BeforeEach
  void start() {
    world = new Surroundings(folder);
    moltbot = world.run();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void sendsEachReplyOnceWheneverItIsKilled() {
    afterTheMailWasFetched();
    whileClaudeThinks();
    afterTheCardArrivedUnanswered();
    withTheCardOnThePhone();
    whileTheTapIsDelivered();
    afterTheTapWasNoticed();
    whileTheSendIsInFlight();
    afterTheSendWasAnswered();
    assertThat(world.gmail.mailbox.allSent())
        .hasSize(8)
        .allMatch(raw -> raw.contains(Surroundings.REPLY));
    assertThat(world.said("audit", "verify")).contains("The record holds");
    assertThat(moltbot.stop()).isIn(0, 143);
  }

  private void afterTheMailWasFetched() {
    String id = world.gmail.mailbox.receives("fetched@example.org", "Could you come at six?");
    Await.until(
        "the mail is fetched",
        () -> world.gmail.requests().stream().anyMatch(one -> one.endsWith("/messages/" + id)),
        world::situation);
    killAndStart();
    approve("fetched@example.org");
  }

  private void whileClaudeThinks() {
    int before = world.claude.requests();
    world.claude.responds(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    world.gmail.mailbox.receives("thinking@example.org", "Could you come at six?");
    Await.until("Claude is asked", () -> world.claude.requests() > before, world::situation);
    killAndStart();
    approve("thinking@example.org");
  }

  private void afterTheCardArrivedUnanswered() {
    world.telegram.failNext("sendMessage", new FakeFault.HangUp());
    world.gmail.mailbox.receives("shown@example.org", "Could you come at six?");
    world.awaitCard("shown@example.org");
    killAndStart();
    Await.until(
        "it is shown again", () -> world.live("shown@example.org").size() > 1, world::situation);
    world.tap(world.live("shown@example.org").getFirst(), "Approve");
    world.awaitSentTappingStrays("shown@example.org");
  }

  private void withTheCardOnThePhone() {
    world.gmail.mailbox.receives("waiting@example.org", "Could you come at six?");
    var card = world.awaitCard("waiting@example.org");
    moltbot.kill();
    world.tap(card, "Approve");
    moltbot = world.run();
    world.awaitSent("waiting@example.org");
  }

  private void whileTheTapIsDelivered() {
    world.gmail.mailbox.receives("tapped@example.org", "Could you come at six?");
    var card = world.awaitCard("tapped@example.org");
    int before = noticed();
    world.telegram.failNext("answerCallbackQuery", new FakeFault.HangUp());
    world.tap(card, "Approve");
    Await.until("the tap is heard", () -> noticed() > before, world::situation);
    killAndStart();
    world.awaitSentAskedAgainOrNot("tapped@example.org");
  }

  private int noticed() {
    return world.telegram.requests("answerCallbackQuery").size();
  }

  private void afterTheTapWasNoticed() {
    world.gmail.mailbox.receives("noticed@example.org", "Could you come at six?");
    var card = world.awaitCard("noticed@example.org");
    int before = world.telegram.toasts().size();
    world.tap(card, "Approve");
    Await.until("a toast", () -> world.telegram.toasts().size() > before, world::situation);
    killAndStart();
    world.awaitSentAskedAgainOrNot("noticed@example.org");
  }

  /** Gmail has it and says nothing: the look-up by Message-ID clears it up, nobody is asked. */
  private void whileTheSendIsInFlight() {
    world.gmail.mailbox.receives("flight@example.org", "Could you come at six?");
    var card = world.awaitCard("flight@example.org");
    int looks = looks();
    world.gmail.holdNextSend();
    world.tap(card, "Approve");
    Await.until(
        "it reaches Gmail", () -> !world.sentTo("flight@example.org").isEmpty(), world::situation);
    killAndStart();
    world.awaitSent("flight@example.org");
    assertThat(looks()).isGreaterThan(looks);
    assertThat(world.cards("flight@example.org")).singleElement().asString().contains("Sent ");
  }

  private int looks() {
    return (int)
        world.gmail.requests().stream()
            .filter(one -> one.equals("GET /gmail/v1/users/me/messages"))
            .count();
  }

  private void afterTheSendWasAnswered() {
    world.gmail.mailbox.receives("sent@example.org", "Could you come at six?");
    var card = world.awaitCard("sent@example.org");
    world.tap(card, "Approve");
    Await.until(
        "it reaches Gmail", () -> !world.sentTo("sent@example.org").isEmpty(), world::situation);
    killAndStart();
    world.awaitSent("sent@example.org");
  }

  private void approve(String who) {
    world.tap(world.awaitCard(who), "Approve");
    world.awaitSent(who);
  }

  private void killAndStart() {
    moltbot.kill();
    moltbot = world.run();
  }
}
