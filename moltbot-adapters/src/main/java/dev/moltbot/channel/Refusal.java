package dev.moltbot.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service's no.
 *
 * @param kind what it means for going on
 * @param reason in the program's own words, such as {@code HTTP 400}; never what the service wrote
 * @param pause how long the service asks to wait, already bounded; null where it does not say
 */
public record Refusal(Kind kind, String reason, @Nullable Duration pause) {

  /** What a no means for going on. */
  public enum Kind {
    /** Too fast; the same call works later. */
    THROTTLED,
    /** The credential is not accepted, and will not be. */
    REVOKED,
    /** The credential is good, and may not do this. */
    FORBIDDEN,
    /** The service is out of order; whether it did it is not known. */
    OUT_OF_ORDER,
    /** This call is wrong, or what it names is gone. */
    WRONG
  }

  public static Refusal of(Kind kind, String reason) {
    return new Refusal(kind, reason, null);
  }

  /** What a status alone says, for services that follow HTTP. */
  public static Refusal ofStatus(int status, @Nullable Duration pause) {
    return new Refusal(kindOf(status), "HTTP " + status, pause);
  }

  private static Kind kindOf(int status) {
    return switch (status) {
      case 429 -> Kind.THROTTLED;
      case 401 -> Kind.REVOKED;
      case 403 -> Kind.FORBIDDEN;
      default -> status >= 500 || status == 408 ? Kind.OUT_OF_ORDER : Kind.WRONG;
    };
  }
}
