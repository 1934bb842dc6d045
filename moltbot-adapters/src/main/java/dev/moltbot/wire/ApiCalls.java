package dev.moltbot.wire;

import dev.moltbot.domain.egress.Refusal;
import java.time.Duration;

/**
 * Where calls to outside services are put on record. Told once per call, after its answer's headers
 * or its failure.
 *
 * <p><b>Threading.</b> Called on the thread that makes the call, often on several at once.
 *
 * <p><b>Errors.</b> Must not throw and must not wait for anything slow: the answer to a send is in
 * hand at that moment, and would be lost with the exception.
 */
@FunctionalInterface
public interface ApiCalls {
  void record(Call call);

  /** Told of each call that the guard did not let out, besides the call. */
  default void refused(Refusal refusal) {}

  /**
   * One call. Carries no address: Telegram's tokens live in the path.
   *
   * @param service the outside system, such as {@code gmail}
   * @param method the HTTP method
   * @param operation the name our own Retrofit interface gives the call
   * @param status the HTTP status, or {@link #NO_ANSWER}
   */
  record Call(String service, String method, String operation, int status, Duration took) {
    /** Status of a call that ended without an answer. */
    public static final int NO_ANSWER = 0;
  }
}
