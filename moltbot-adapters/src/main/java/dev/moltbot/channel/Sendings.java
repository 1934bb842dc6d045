package dev.moltbot.channel;

import dev.moltbot.port.SendOutcome;
import dev.moltbot.wire.Failure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the answer to a send means: delivered, refused, or nobody knows. Written once. */
public final class Sendings {

  private Sendings() {}

  /**
   * The outcome.
   *
   * @param id the message's name in the service's acknowledgement; null or blank where it names
   *     none, which proves nothing
   */
  public static <T> SendOutcome outcome(
      String service, Answer<T> answer, Function<T, @Nullable String> id) {
    return switch (answer) {
      case Answer.Done<T>(T body) -> delivered(service, id.apply(body));
      case Answer.Declined<T>(Refusal refusal) -> declined(service, refusal);
      case Answer.Lost<T>(Failure failure) -> outcome(service, failure);
    };
  }

  /** What a failed call means. */
  public static SendOutcome outcome(String service, Failure failure) {
    String reason = service + ": " + failure.reason();
    return switch (failure) {
      case Failure.NeverLeft never -> new SendOutcome.Refused(reason);
      case Failure.AnsweredNo no -> new SendOutcome.Refused(reason);
      case Failure.Unknown unknown -> new SendOutcome.Unknown(reason);
    };
  }

  private static SendOutcome delivered(String service, @Nullable String id) {
    return id == null || id.isBlank()
        ? new SendOutcome.Unknown(service + " answered without a message id")
        : new SendOutcome.Delivered(id);
  }

  /** A service out of order may have carried it out all the same. */
  private static SendOutcome declined(String service, Refusal refusal) {
    String reason = service + ": " + refusal.reason();
    return switch (refusal.kind()) {
      case OUT_OF_ORDER -> new SendOutcome.Unknown(reason);
      case THROTTLED -> new SendOutcome.Refused(reason + ", too fast; nothing was sent");
      case NOT_NOW, REVOKED, FORBIDDEN, WRONG -> new SendOutcome.Refused(reason);
    };
  }
}
