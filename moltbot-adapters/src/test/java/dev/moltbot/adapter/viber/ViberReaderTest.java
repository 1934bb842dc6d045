package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in, and what is made of it. */
class ViberReaderTest {
  private static final String ID = "01234567890A=";

  @TempDir private Path folder;
  private ViberRig rig;

  @BeforeEach
  void open() {
    rig = new ViberRig(folder).registered();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void readsATextWithWhoWroteItAndWhen() {
    rig.viber.calling.brings(
        rig.viber.calling.text(ID, "Ірина", "Завтра о 9:30?\n\"так\"", SettableTime.NOON));
    InboundMessage message = only();
    assertThat(message.content().text().reveal()).isEqualTo("Завтра о 9:30?\n\"так\"");
    assertThat(message.content().subject().isBlank()).isTrue();
    assertThat(message.sender().name().reveal()).isEqualTo("Ірина");
    assertThat(message.sender().address().value()).isEqualTo(ID);
    assertThat(message.conversation().nativeId()).isEqualTo(ID);
    assertThat(message.sentAt()).isEqualTo(SettableTime.NOON);
    assertThat(message.traits()).isEmpty();
  }

  /** 4912661846655238146 as a double is 4912661846655238144. */
  @Test
  void keepsEveryDigitOfAToken() {
    String body = text("hello").replaceFirst("\"message_token\":\\d+", "\"message_token\":%s");
    bring(body.formatted("4912661846655238147"));
    bring(body.formatted("18446744073709551615"));
    bring(body.formatted("\"912661846655238145\""));
    assertThat(rig.batch().messages())
        .extracting(message -> message.id().nativeId())
        .containsExactly("4912661846655238147", "18446744073709551615", "912661846655238145");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"picture\",\"text\":\"look\",\"media\":\"https://x.example/a.jpg\"|look",
        "\"type\":\"video\",\"media\":\"https://x.example/a.mp4\",\"size\":10000|''",
        "\"type\":\"sticker\",\"sticker_id\":46105|''",
        "\"type\":\"location\",\"location\":{\"lat\":50.4,\"lon\":30.5}|''",
        "\"type\":\"contact\",\"contact\":{\"name\":\"Bo\",\"phone_number\":\"+1555\"}|''",
        "\"type\":\"file\",\"media\":\"https://x.example/a.pdf\",\"file_name\":\"a.pdf\"|''",
        "\"type\":\"tomorrow\",\"text\":\"words\"|words",
      })
  void marksWhatIsMoreThanWords(String content, String words) {
    bring(rig.viber.calling.message(ID, "Ada", content, SettableTime.NOON));
    InboundMessage message = only();
    assertThat(message.traits()).containsExactly(Trait.ATTACHMENTS);
    assertThat(message.content().text().reveal()).isEqualTo(words);
  }

  @Test
  void readsALinkAsWords() {
    String content = "\"type\":\"url\",\"media\":\"https://example.org/plan\"";
    bring(rig.viber.calling.message(ID, "Ada", content, SettableTime.NOON));
    assertThat(only().content().text().reveal()).isEqualTo("https://example.org/plan");
    assertThat(only().traits()).isEmpty();
  }

  @Test
  void cutsWhatIsTooLongAndSaysSo() {
    bring(text("ю".repeat(Content.MAX_TEXT_CHARS + 5)));
    InboundMessage message = only();
    assertThat(message.content().text().length()).isEqualTo(Content.MAX_TEXT_CHARS);
    assertThat(message.traits()).containsExactly(Trait.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"subscribed\",\"user\":{\"id\":\"A=\",\"name\":\"Ada\"},\"message_token\":1}",
        "{\"event\":\"unsubscribed\",\"user_id\":\"A=\",\"message_token\":2}",
        "{\"event\":\"conversation_started\",\"type\":\"open\",\"subscribed\":false}",
        "{\"event\":\"delivered\",\"user_id\":\"A=\",\"message_token\":3}",
        "{\"event\":\"seen\",\"user_id\":\"A=\",\"message_token\":4}",
        "{\"event\":\"failed\",\"user_id\":\"A=\",\"message_token\":5,\"desc\":\"no\"}",
        "{\"event\":\"webhook\",\"timestamp\":1457764197627,\"message_token\":6}",
        "{\"event\":\"of next year\"}",
      })
  void passesOverWhatNobodyReads(String body) {
    assertThat(bring(body)).isEqualTo(200);
    ReadResult.Batch batch = rig.batch();
    assertThat(batch.isEmpty()).isTrue();
    assertThat(batch.next()).isNotEqualTo(Cursor.START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"event\":null}",
        "{\"event\":\"message\"}",
        "{\"event\":\"message\",\"message_token\":\"\",\"sender\":{\"id\":\"A=\"}}",
        "{\"event\":\"message\",\"message_token\":1e3,\"sender\":{\"id\":\"A=\"}}",
        "{\"event\":\"message\",\"message_token\":1}",
        "{\"event\":\"message\",\"message_token\":1,\"sender\":{\"id\":\" \"}}",
        "{\"event\":\"message\",\"message_token\":1,\"sender\":{\"id\":\"A=\"}}",
        "{\"event\":\"message\",\"message_token\":1,\"sender\":{\"id\":\"A=\"},\"message\":{}}",
        "{\"event\":\"message\",\"message_token\":1,\"sender\":\"A=\"}",
        "{\"event\":\"seen\"} and more",
      })
  void setsAsideWhatIsSignedAndMakesNoSense(String body) {
    assertThat(bring(body)).isEqualTo(200);
    ReadResult.Batch batch = rig.batch();
    assertThat(batch.messages()).isEmpty();
    assertThat(batch.quarantined()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "null", "9223372036854775807", "1898000000000"})
  void takesATimeThatCannotBeForNow(String timestamp) {
    bring(text("hello").replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + timestamp));
    assertThat(only().sentAt()).isEqualTo(SettableTime.NOON);
  }

  /** Signed, and chewed on: nothing of it may get past the parser as an exception. */
  @Test
  void survivesEveryKindOfDamage() {
    var chance = new Random(58);
    var parser =
        new Callbacks(
            rig.config().account(),
            new TakenReplies(
                new dev.moltbot.state.StateFolders(folder).of(ViberConfig.CHANNEL),
                java.util.Optional.empty(),
                "viber:test",
                rig.time),
            rig.time);
    for (int i = 0; i < 5_000; i++) {
      var body = new StringBuilder(text("hello"));
      for (int changes = chance.nextInt(4); changes >= 0; changes--) {
        int at = chance.nextInt(body.length());
        switch (chance.nextInt(3)) {
          case 0 -> body.deleteCharAt(at);
          case 1 -> body.setCharAt(at, (char) chance.nextInt(0x300));
          default -> body.insert(at, "\"{}[]:,0".charAt(chance.nextInt(8)));
        }
      }
      assertThat(parser.parse(body.toString())).isNotNull();
    }
    assertThat(parser.parse("[".repeat(100_000))).isNotNull();
  }

  @Test
  void givesBurstsWholeAndRepeatsUnderTheSameIds() {
    IntStream.range(0, 60).parallel().forEach(i -> insist(rig.text("p" + i + "=", "hello")));
    rig.repeatsItself();
    List<InboundMessage> all = rig.batch().messages();
    assertThat(new HashSet<>(all.stream().map(InboundMessage::id).toList())).hasSize(60);
    assertThat(all.size()).isGreaterThanOrEqualTo(120);
  }

  @Test
  void keepsTheTimesOfWhatComesOutOfOrder() {
    String early = text("early");
    rig.time.advance(Duration.ofMinutes(1));
    String late = text("late");
    bring(late);
    bring(early);
    assertThat(rig.batch().messages())
        .extracting(InboundMessage::sentAt)
        .containsExactly(SettableTime.NOON.plus(Duration.ofMinutes(1)), SettableTime.NOON);
  }

  /** Nobody reads while the owner has paused, and Viber goes on bringing. */
  @Test
  void keepsWhatComesWhileNobodyReadsAcrossARestart() {
    rig.receives(20);
    rig.restart();
    rig.receives(5);
    assertThat(rig.batch().messages()).hasSize(25);
  }

  @Test
  void wakesForWhatComesWhileItWaits() throws Exception {
    Cursor end = rig.batch().next();
    var found = new java.util.concurrent.CompletableFuture<ReadResult>();
    Thread.ofVirtual()
        .start(() -> found.complete(rig.reader().read(end, 10, Duration.ofSeconds(45))));
    bring(text("hello"));
    assertThat(((ReadResult.Batch) found.get()).messages()).hasSize(1);
  }

  private void insist(String body) {
    while (bring(body) != 200) {
      Thread.onSpinWait(); // As Viber does, with less patience.
    }
  }

  private String text(String words) {
    return rig.viber.calling.text(ID, "Ada", words, rig.time.instant());
  }

  private int bring(String body) {
    return rig.viber.calling.brings(body);
  }

  private InboundMessage only() {
    List<InboundMessage> messages = rig.batch().messages();
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }
}
