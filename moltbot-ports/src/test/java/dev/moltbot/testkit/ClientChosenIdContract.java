package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import org.junit.jupiter.api.Test;

/**
 * What a sender promises whose service takes an id of our choosing: one approval is one message,
 * however often it is handed over. Override no test.
 */
public interface ClientChosenIdContract {
  ChannelSender sender();

  FarSide farSide();

  /** How many messages stand at the far side; two requests under one id are one. */
  int messagesStanding();

  @Test
  default void isOneMessageWhenSentTwice() {
    farSide().accepts();
    farSide().accepts();
    var message = Approved.message(sender().account(), "hello");
    SendOutcome first = sender().send(message);
    assertThat(first).isInstanceOf(SendOutcome.Delivered.class);
    assertThat(sender().send(message)).isEqualTo(first);
    assertThat(messagesStanding()).isEqualTo(1);
  }

  @Test
  default void isTwoMessagesWhenTheOwnerApprovedTwo() {
    farSide().accepts();
    farSide().accepts();
    sender().send(Approved.message(sender().account(), "hello"));
    sender().send(Approved.message(sender().account(), "hello again"));
    assertThat(messagesStanding()).isEqualTo(2);
  }
}
