package dev.moltbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.ChannelSender;
import org.junit.jupiter.api.Test;

/** What a sender promises on a channel with threads. Override no test. */
public interface ThreadsContract {
  ChannelSender sender();

  FarSide farSide();

  /** The thread in which the last sent message stands at the far side, as the service names it. */
  String threadOfLastSent();

  @Test
  default void repliesInTheThreadItAnswers() {
    farSide().accepts();
    sender().send(Approved.release(Approved.draft(sender().account(), "ada@example.org", "hello")));
    assertThat(threadOfLastSent()).isEqualTo("with-ada@example.org");
  }

  @Test
  default void keepsTwoThreadsApart() {
    farSide().accepts();
    farSide().accepts();
    sender().send(Approved.release(Approved.draft(sender().account(), "ada@example.org", "hello")));
    sender().send(Approved.release(Approved.draft(sender().account(), "bob@example.org", "hi")));
    assertThat(threadOfLastSent()).isEqualTo("with-bob@example.org");
  }
}
