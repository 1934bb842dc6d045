package dev.moltbot.adapter.gmail;

import dev.moltbot.port.ReadResult;
import dev.moltbot.wire.Failure;
import java.time.Duration;

/** What an answer that was not what we wanted means for reading. */
final class Trouble {
  /** How long to wait after a failure that says nothing about it. */
  static final Duration PAUSE = Duration.ofSeconds(15);

  /** How long to wait when throttled without being told; Gmail's quotas are by the minute. */
  static final Duration THROTTLED = Duration.ofSeconds(60);

  private static final String AUTHORISE =
      "authorise Moltbot for Gmail again with gmail.readonly and gmail.send";
  private static final String LOOK =
      "see that the Gmail API is enabled for the OAuth client's project and the account is open";

  private Trouble() {}

  /** An answer that could be read and still is not one. */
  static ReadResult nonsense(String what) {
    return new ReadResult.Busy(PAUSE, "Gmail's " + what + " made no sense");
  }

  static <T> ReadResult of(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done ->
          throw new IllegalArgumentException("no trouble: " + done.getClass());
      case Answer.Lost<T>(Failure failure) -> new ReadResult.Busy(PAUSE, failure.reason());
      case Answer.Declined<T> declined -> declined(declined);
      case Answer.NoToken<T>(Access why) -> without(why);
    };
  }

  private static ReadResult declined(Answer.Declined<?> declined) {
    String reason = "Gmail answered HTTP " + declined.status();
    if (declined.throttled()) {
      return new ReadResult.Busy(declined.pause().orElse(THROTTLED), reason + ", too fast");
    }
    return switch (declined.status()) {
      case 401 -> new ReadResult.Stopped("Gmail turns down a fresh token", AUTHORISE);
      case 403 -> new ReadResult.Stopped("Gmail denies access", LOOK);
      default -> later(declined, reason);
    };
  }

  private static ReadResult later(Answer.Declined<?> declined, String reason) {
    boolean passing = declined.status() >= 500 || declined.status() == 408;
    return passing
        ? new ReadResult.Busy(declined.pause().orElse(PAUSE), reason)
        : new ReadResult.Stopped(reason, LOOK);
  }

  private static ReadResult without(Access why) {
    return switch (why) {
      case Access.Later(Duration pause, String reason) -> new ReadResult.Busy(pause, reason);
      case Access.Denied(String reason, String remedy) -> new ReadResult.Stopped(reason, remedy);
      case Access.Granted granted -> throw new IllegalArgumentException("no trouble: " + granted);
    };
  }
}
