package dev.moltbot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One answer means the same thing on every channel. */
class AnswersTest {
  private static final Readings WORDS = new Readings("Example", "log in again", "ask for access");

  @ParameterizedTest
  @CsvSource({
    "400, WRONG",
    "401, REVOKED",
    "403, FORBIDDEN",
    "404, WRONG",
    "408, OUT_OF_ORDER",
    "429, THROTTLED",
    "500, OUT_OF_ORDER",
    "503, OUT_OF_ORDER"
  })
  void readsAStatus(int status, Refusal.Kind kind) {
    assertThat(Refusal.ofStatus(status, null).kind()).isEqualTo(kind);
  }

  /** Whether a message may go out again hangs on this. */
  @ParameterizedTest
  @EnumSource(Refusal.Kind.class)
  void callsASendUnknownOnlyWhereItMayHaveGoneOut(Refusal.Kind kind) {
    Answer<String> declined = new Answer.Declined<>(Refusal.of(kind, "no"));
    SendOutcome outcome = Sendings.outcome("Example", declined, id -> id);
    Class<?> expected =
        kind == Refusal.Kind.OUT_OF_ORDER ? SendOutcome.Unknown.class : SendOutcome.Refused.class;
    assertThat(outcome).isInstanceOf(expected);
  }

  @ParameterizedTest
  @EnumSource(Refusal.Kind.class)
  void stopsReadingOnlyWhereTheOwnerHasToActAndSaysHow(Refusal.Kind kind) {
    boolean passing =
        switch (kind) {
          case THROTTLED, NOT_NOW, OUT_OF_ORDER -> true;
          case REVOKED, FORBIDDEN, WRONG -> false;
        };
    ReadResult result = WORDS.trouble(new Answer.Declined<>(Refusal.of(kind, "no")));
    if (passing) {
      assertThat(result).isInstanceOf(ReadResult.Busy.class);
    } else {
      String remedy = kind == Refusal.Kind.REVOKED ? "log in again" : "ask for access";
      assertThat(((ReadResult.Stopped) result).remedy()).isEqualTo(remedy);
    }
  }

  @Test
  void waitsAsLongAsAskedAndElseAWhile() {
    var asked = new Refusal(Refusal.Kind.THROTTLED, "no", Duration.ofSeconds(40));
    assertThat(((ReadResult.Busy) WORDS.trouble(asked)).retryAfter())
        .isEqualTo(Duration.ofSeconds(40));
    var silent = Refusal.of(Refusal.Kind.THROTTLED, "no");
    assertThat(((ReadResult.Busy) WORDS.trouble(silent)).retryAfter())
        .isEqualTo(Readings.THROTTLED);
  }

  @Test
  void letsARefusalThatKnowsBetterSayWhatToDo() {
    var refusal = new Refusal(Refusal.Kind.REVOKED, 0, "the key ended", null, "make a new key");
    assertThat(WORDS.trouble(refusal))
        .isEqualTo(new ReadResult.Stopped("Example: the key ended", "make a new key"));
    assertThat(
            Checks.health(WORDS, new Answer.Declined<String>(refusal), body -> new Health.Fine("")))
        .isEqualTo(new Health.Missing("Example: the key ended", "make a new key"));
  }

  @Test
  void believesInADeliveryOnlyWithAName() {
    assertThat(Sendings.outcome("Example", new Answer.Done<>("m1"), id -> id))
        .isEqualTo(new SendOutcome.Delivered("m1"));
    assertThat(Sendings.outcome("Example", new Answer.Done<>(" "), id -> id))
        .isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void knowsAHealthOnlyFromAnAnswer() {
    Answer<String> lost = new Answer.Lost<>(new Failure.NeverLeft("no route"));
    assertThat(Checks.health(WORDS, lost, body -> new Health.Fine(body)))
        .isEqualTo(new Health.Unreachable("Example: no route"));
  }

  @Test
  void keepsTroubleWhenGoingOnWithABody() {
    Answer<String> declined = new Answer.Declined<>(Refusal.of(Refusal.Kind.WRONG, "no"));
    assertThat(declined.then(body -> new Answer.Done<>(1))).isEqualTo(declined);
    assertThat(new Answer.Done<>("1").then(body -> new Answer.Done<>(Integer.parseInt(body))))
        .isEqualTo(new Answer.Done<>(1));
    assertThatIllegalArgumentException().isThrownBy(() -> WORDS.trouble(new Answer.Done<>("")));
  }

  @Test
  void keepsQuietAfterPartOfABatchAndNoLonger() {
    var time = new SettableTime();
    var quiet = new Quiet("Example", time);
    assertThat(quiet.stillOn()).isEmpty();
    quiet.after(new ReadResult.Busy(Duration.ofSeconds(30), "too fast"));
    time.advance(Duration.ofSeconds(29));
    assertThat(quiet.stillOn()).isPresent();
    time.advance(Duration.ofSeconds(1));
    assertThat(quiet.stillOn()).isEmpty();
  }
}
