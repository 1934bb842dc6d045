package dev.moltbot.channel;

import dev.moltbot.port.ReadResult;
import java.time.Duration;

/**
 * What an answer that brought nothing means for a reader.
 *
 * @param service the service's name, for the owner
 * @param authorise what to do when the credential is not accepted, in one line
 * @param permit what to do when the credential may not do this, in one line
 */
public record Readings(String service, String authorise, String permit) {
  /** How long to wait after a failure that says nothing about it. */
  public static final Duration PAUSE = Duration.ofSeconds(15);

  /** How long to wait when throttled without being told. */
  public static final Duration THROTTLED = Duration.ofSeconds(60);

  /** The result for an answer without a body; one with a body is a bug of the caller. */
  public <T> ReadResult trouble(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done ->
          throw new IllegalArgumentException("no trouble: " + done.getClass());
      case Answer.Declined<T>(Refusal refusal) -> trouble(refusal);
      case Answer.Lost<T>(var failure) ->
          new ReadResult.Busy(PAUSE, service + ": " + failure.reason());
    };
  }

  /** The result for a refusal. */
  public ReadResult trouble(Refusal refusal) {
    String reason = service + ": " + refusal.reason();
    return switch (refusal.kind()) {
      case THROTTLED -> busy(refusal, THROTTLED, reason + ", too fast");
      case OUT_OF_ORDER, NOT_NOW -> busy(refusal, PAUSE, reason);
      case REVOKED -> new ReadResult.Stopped(reason(refusal), remedy(refusal));
      case FORBIDDEN, WRONG -> new ReadResult.Stopped(reason, remedy(refusal));
    };
  }

  /** What happened, for a refusal that only the owner can end. */
  String reason(Refusal refusal) {
    boolean plain = refusal.kind() == Refusal.Kind.REVOKED && refusal.remedy().isEmpty();
    return plain ? service + " does not accept the credential" : service + ": " + refusal.reason();
  }

  /** What the owner has to do about it. */
  String remedy(Refusal refusal) {
    if (!refusal.remedy().isEmpty()) {
      return refusal.remedy();
    }
    return refusal.kind() == Refusal.Kind.REVOKED ? authorise : permit;
  }

  /** An answer that could be read and still is not one. */
  public ReadResult nonsense(String what) {
    return new ReadResult.Busy(PAUSE, service + ": its " + what + " made no sense");
  }

  private static ReadResult busy(Refusal refusal, Duration usual, String reason) {
    Duration asked = refusal.pause();
    return new ReadResult.Busy(asked == null ? usual : asked, reason);
  }
}
