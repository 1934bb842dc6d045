package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.FakeFault;
import dev.moltbot.fake.Reply;
import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One {@code moltbot run} in a world that goes wrong: it loses nothing, and goes on. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TroubleTest {
  private static final Duration MOMENT = Duration.ofMillis(1_500);
  private static final int LAST = 9;

  private Surroundings world;
  private Program moltbot;

  @BeforeAll
  void start(@TempDir Path folder) {
    world = new Surroundings(folder);
    moltbot = world.run();
  }

  @AfterAll
  void stop() {
    assertThat(world.said("audit", "verify")).contains("The record holds");
    world.close();
  }

  @Test
  @Order(1)
  void readsNothingWhileTelegramCannotBeReached() {
    world.telegram.people().writes(Surroundings.OWNER, "/status");
    world.awaitShown("Working.");
    world.telegram.failNext("getUpdates", new FakeFault.Page(502));
    world.telegram.people().writes(Surroundings.OWNER, "/pending");
    moltbot.awaitTalk("record-verdicts: Telegram: HTTP 502", Await.LIMIT);
    receives("ada@example.org");
    Await.never("a card", MOMENT, () -> !world.cards("ada@example.org").isEmpty());
    approve("ada@example.org");
  }

  @Test
  @Order(2)
  void readsOnWhenTheHistoryCursorIsTooOld() {
    world.gmail.mailbox.forgetHistory();
    receives("bob@example.org");
    approve("bob@example.org");
  }

  @Test
  @Order(3)
  void takesNoHarmFromAnswersCutInTheMiddle() {
    world.gmail.nextRead(Reply.ok("{\"history\":[{\"id\":\"12"));
    world.claude.responds(json("{\"type\":\"message\",\"content\":[{\"ty"));
    world.telegram.failNext("sendMessage", new FakeFault.CutAnswer());
    receives("cleo@example.org");
    approve("cleo@example.org");
    assertThat(world.sentTo("cleo@example.org")).hasSize(1);
  }

  @Test
  @Order(4)
  void goesOnWhenTheDatabaseComesBack() throws IOException {
    receives("dan@example.org");
    var card = world.awaitCard("dan@example.org");
    postmaster().destroyForcibly();
    world.tap(card, "Approve");
    // Cut off between send and note, the card says so only when the claim is given up.
    Await.until("a reply", () -> !world.sentTo("dan@example.org").isEmpty(), world::situation);
    receives("eve@example.org");
    approve("eve@example.org");
    assertThat(world.sentTo("dan@example.org")).hasSize(1);
  }

  /** The last one: the channel stays stopped. */
  @Test
  @Order(LAST)
  void stopsAndSaysSoOnceWhenTheAuthorisationIsWithdrawn() {
    world.gmail.tokens.revoke();
    Await.until("an alert", () -> alerts() > 0, world::situation);
    int requests = world.gmail.requests().size();
    Await.never(
        "another request or alert",
        MOMENT,
        () -> world.gmail.requests().size() > requests || alerts() > 1);
  }

  private long alerts() {
    return world.cards("gmail:owner@example.net").stream()
        .filter(shown -> shown.buttons().isEmpty())
        .count();
  }

  private ProcessHandle postmaster() throws IOException {
    try (Stream<Path> files = Files.walk(world.folder.resolve(".openclaw/data"))) {
      Path pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst())).orElseThrow();
    }
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private void receives(String who) {
    world.gmail.mailbox.receives(who, "Could you come at six?");
  }

  private void approve(String who) {
    world.tap(world.awaitCard(who), "Approve");
    world.awaitSent(who);
  }
}
