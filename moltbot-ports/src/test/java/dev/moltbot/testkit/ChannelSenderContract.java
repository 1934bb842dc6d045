package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChannelSender} promises. Implement it in the adapter's test; override no test.
 */
public interface ChannelSenderContract {
  ChannelSender sender();

  FarSide farSide();

  @Test
  default void deliversWhatTheChannelAcknowledges() {
    farSide().accepts();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Delivered.class);
    assertThat(farSide().messagesSeen()).isEqualTo(1);
  }

  @Test
  default void reportsRefusalWhenTheChannelSaysNo() {
    farSide().refuses();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Refused.class);
  }

  @Test
  default void reportsUnknownWhenTheAnswerMakesNoSense() {
    farSide().babbles();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  default void reportsUnknownWhenTheServerFailsAfterAccepting() {
    farSide().failsAfterAccepting();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(farSide().messagesSeen()).isEqualTo(1);
  }

  /** On a warm connection, because that is where HTTP clients retry unasked. */
  @Test
  default void doesNotRetryWhenNoAnswerComesBack() {
    farSide().accepts();
    farSide().hangsUpAfterReading();
    farSide().accepts();
    send("warms the connection");
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(farSide().messagesSeen()).isEqualTo(2);
  }

  @Test
  default void refusesWhatIsLongerThanTheChannelTakes() {
    String tooLong = "x".repeat(sender().limit().max() + 1);
    assertThat(send(tooLong))
        .isInstanceOfSatisfying(
            SendOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains(sender().limit().toString()));
    assertThat(farSide().messagesSeen()).isZero();
  }

  @Test
  default void rejectsAnotherAccountsMessage() {
    var elsewhere = new AccountId(new ChannelId("elsewhere"), "me");
    var foreign = Approved.message(elsewhere, "hello");
    assertThatIllegalArgumentException().isThrownBy(() -> sender().send(foreign));
    assertThat(farSide().messagesSeen()).isZero();
  }

  private SendOutcome send(String words) {
    return sender().send(Approved.message(sender().account(), words));
  }
}
