package dev.moltbot.adapter.gmail;

import dev.moltbot.wire.Failure;
import java.time.Duration;
import java.util.Optional;

/** What one call of Gmail's API comes to. */
sealed interface Answer<T> {

  /** It worked, and the answer could be read. */
  record Done<T>(T body) implements Answer<T> {}

  /** Gmail answered, and did not do it. */
  record Declined<T>(int status, boolean throttled, Optional<Duration> pause)
      implements Answer<T> {}

  /** No usable answer; whether Gmail did it hangs on the failure. */
  record Lost<T>(Failure failure) implements Answer<T> {}

  /** There was no token to call with; nothing left this machine. */
  record NoToken<T>(Access why) implements Answer<T> {}
}
