package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.peers.ClaudePeer;
import dev.moltbot.peers.GooglePeer;
import dev.moltbot.peers.TelegramPeer;
import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code moltbot run} as a process of its own against all three peers at once. */
@Tag("peers")
class RunOnPeersTest {
  private static final long OLENA = 7;
  private static final String TOKEN = "123456:peer-token";
  private static final String ADDRESS = "olena@example.org";
  private static final String REPLY = "Friday suits me.";

  @TempDir private Path folder = Path.of("");
  private GooglePeer google;
  private TelegramPeer telegram;
  private ClaudePeer claude;

  @BeforeEach
  void start() throws IOException {
    google = new GooglePeer(ADDRESS);
    telegram = new TelegramPeer(TOKEN, OLENA);
    claude = new ClaudePeer(REPLY);
    var lines = new StringBuilder();
    settings().forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.writeString(Files.createFile(folder.resolve(".env"), ownerOnly), lines);
  }

  private Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    settings.put("MOLTBOT_DESK_TOKEN", TOKEN);
    settings.put("MOLTBOT_DESK_OWNER", String.valueOf(OLENA));
    settings.put("MOLTBOT_DESK_URL", telegram.url().toString());
    settings.put("MOLTBOT_ANTHROPIC_KEY", "any");
    settings.put("MOLTBOT_ANTHROPIC_URL", claude.url().toString());
    settings.put("MOLTBOT_GMAIL_ADDRESS", ADDRESS);
    settings.put("MOLTBOT_GMAIL_CLIENT_ID", GooglePeer.CLIENT_ID);
    settings.put("MOLTBOT_GMAIL_CLIENT_SECRET", GooglePeer.CLIENT_SECRET);
    settings.put("MOLTBOT_GMAIL_REFRESH_TOKEN", google.refreshToken());
    settings.put("MOLTBOT_GMAIL_URL", google.url().toString());
    settings.put("MOLTBOT_GMAIL_TOKEN_URL", google.url().resolve("token").toString());
    settings.put("MOLTBOT_POLL", "0.5s");
    settings.put("MOLTBOT_SETTLE", "0s");
    settings.put("MOLTBOT_LOOK_AGAIN", "1s");
    return settings;
  }

  @AfterEach
  void stop() {
    claude.close();
    telegram.close();
    google.close();
  }

  @Test
  void answersAMailOnceWithTheOwnersYes() {
    try (Program moltbot = run()) {
      receives("ada@example.net");
      tap(awaitCard("ada@example.net", moltbot), moltbot);
      awaitSent("ada@example.net", moltbot);
      assertThat(moltbot.stop()).isIn(0, 143);
    }
    assertThat(google.sent()).hasSize(1);
  }

  @Test
  void answersEachMailOnceWhenKilledBetweenHops() {
    Program moltbot = run();
    receives("bob@example.net");
    moltbot = killed(moltbot);
    TelegramPeer.Card card = awaitCard("bob@example.net", moltbot);
    moltbot = killed(moltbot);
    tap(card, moltbot);
    awaitSent("bob@example.net", moltbot);
    moltbot = killed(moltbot);
    receives("cleo@example.net");
    card = awaitCard("cleo@example.net", moltbot);
    moltbot.kill();
    telegram.taps(card, "Approve");
    moltbot = run();
    awaitSent("cleo@example.net", moltbot);
    moltbot.close();
    assertThat(google.sent()).hasSize(2);
  }

  private Program run() {
    var path = Map.of("PATH", String.valueOf(System.getenv("PATH")));
    Program moltbot = Program.start("dev.moltbot.app.Main", folder, path, "run");
    moltbot.awaitTalk("Moltbot is running", Await.LIMIT);
    return moltbot;
  }

  private Program killed(Program moltbot) {
    moltbot.kill();
    return run();
  }

  private void receives(String who) {
    google.receives(
        "From: %s\nTo: %s\nSubject: Lunch?\nMessage-ID: <m1.%s>\n\nFriday?\n"
            .formatted(who, ADDRESS, who));
  }

  private TelegramPeer.Card awaitCard(String who, Program moltbot) {
    Await.until("a card about " + who, () -> !live(who).isEmpty(), moltbot::talk);
    return live(who).getLast();
  }

  private List<TelegramPeer.Card> live(String who) {
    return telegram.screen().stream()
        .filter(card -> card.text().contains(who) && !card.buttons().isEmpty())
        .toList();
  }

  private void tap(TelegramPeer.Card card, Program moltbot) {
    assertThat(card.buttons()).as(moltbot.talk()).containsKey("Approve");
    telegram.taps(card, "Approve");
  }

  private void awaitSent(String who, Program moltbot) {
    Await.until("a reply to " + who, () -> !sentTo(who).isEmpty(), moltbot::talk);
    Await.until(
        "a card that says so",
        () ->
            telegram.screen().stream()
                .anyMatch(card -> card.text().startsWith("Sent ") && card.text().contains(who)),
        () -> moltbot.talk() + telegram.screen());
    Await.until("no buttons", () -> live(who).isEmpty(), moltbot::talk);
    assertThat(sentTo(who)).singleElement().asString().contains(REPLY);
  }

  private List<String> sentTo(String who) {
    return google.sent().stream().filter(raw -> raw.contains("To: " + who)).toList();
  }
}
