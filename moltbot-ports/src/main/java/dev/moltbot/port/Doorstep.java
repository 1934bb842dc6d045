package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.pairing.Knock;
import java.time.Duration;
import java.util.List;

/**
 * The desk before it has an owner: nobody is obeyed here, and everyone who comes is seen.
 *
 * <p><b>Threading.</b> Used by one thread.
 *
 * <p><b>Errors.</b> Everything the world can do is a value.
 */
public interface Doorstep {
  /** Most knocks of one look. What comes after them shows once some of them are forgotten. */
  int MAX_KNOCKS = 100;

  /** Names the desk where the record speaks of it. */
  AccountId account();

  /** Asks which bot it is. */
  Named name();

  /**
   * Looks who is there, the longest waiting first.
   *
   * @param forget knocks with a lower number are forgotten for ever, also by the desk; 0 forgets
   *     none, and the next look gives the same again
   * @param wait longest time to wait when nobody is there, at most 50 seconds
   */
  Look look(long forget, Duration wait);

  /** Writes to someone who came; returns whether it arrived. */
  boolean greet(long user, String words);

  /** What asking for the name brought. */
  sealed interface Named {

    /** The bot's user name, without the at sign; letters, digits and underscores. */
    record Bot(String name) implements Named {}

    /** The service could not be asked. */
    record Unreachable(String reason) implements Named {}

    /** Not with this token. */
    record Stopped(String reason, String remedy) implements Named {}
  }

  /** What a look brought. */
  sealed interface Look {

    /** Possibly nobody. */
    record Came(List<Knock> knocks) implements Look {
      public Came {
        knocks = List.copyOf(knocks);
      }
    }

    /** Nothing can be seen now, perhaps because another program looks, too. */
    record Unreachable(Duration retryAfter, String reason) implements Look {}

    /** Not until somebody does something. */
    record Stopped(String reason, String remedy) implements Look {}
  }
}
