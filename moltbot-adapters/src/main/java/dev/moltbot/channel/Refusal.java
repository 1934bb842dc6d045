package dev.moltbot.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service's no.
 *
 * @param kind what it means for going on
 * @param status the HTTP status, 0 where it did not come as one
 * @param reason in the program's own words, such as {@code HTTP 400}; never what the service wrote
 * @param pause how long the service asks to wait, already bounded; null where it does not say
 * @param remedy what the owner has to do, where this refusal knows better than the channel; or
 *     empty
 */
public record Refusal(
    Kind kind, int status, String reason, @Nullable Duration pause, String remedy) {

  /** What a no means for going on. */
  public enum Kind {
    /** Too fast; the same call works later. */
    THROTTLED,
    /** Certainly nothing was done, for a passing reason. */
    NOT_NOW,
    /** The credential is not accepted, and will not be. */
    REVOKED,
    /** The credential is good, and may not do this. */
    FORBIDDEN,
    /** The service is out of order; whether it did it is not known. */
    OUT_OF_ORDER,
    /** This call is wrong, or what it names is gone. */
    WRONG
  }

  public Refusal(Kind kind, String reason, @Nullable Duration pause) {
    this(kind, 0, reason, pause, "");
  }

  public static Refusal of(Kind kind, String reason) {
    return new Refusal(kind, reason, null);
  }

  /** What a status alone says, for services that follow HTTP. */
  public static Refusal ofStatus(int status, @Nullable Duration pause) {
    return new Refusal(kindOf(status), status, "HTTP " + status, pause, "");
  }

  /** The same no, understood better than its status says. */
  public Refusal as(Kind other) {
    return new Refusal(other, status, reason, pause, remedy);
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
