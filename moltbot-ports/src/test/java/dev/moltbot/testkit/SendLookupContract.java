package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import org.junit.jupiter.api.Test;

/** What a sender's channel promises when it can be asked about a send of unknown outcome. */
public interface SendLookupContract {
  ChannelSender sender();

  SendLookup lookup();

  FarSide farSide();

  @Test
  default void findsWhatWasDelivered() {
    farSide().accepts();
    sender().send(Approved.message(sender().account(), "hello"));
    assertThat(lookup().find(Approved.attempt(sender().account(), "hello")))
        .isInstanceOf(SendLookup.Finding.Found.class);
  }

  @Test
  default void doesNotFindWhatNeverArrived() {
    assertThat(lookup().find(Approved.attempt(sender().account(), "never sent")))
        .isInstanceOf(SendLookup.Finding.Absent.class);
  }

  @Test
  default void sendsNothingByLooking() {
    lookup().find(Approved.attempt(sender().account(), "hello"));
    assertThat(farSide().messagesSeen()).isZero();
  }
}
