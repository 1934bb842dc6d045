package dev.moltbot.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed before its first byte left. Names the cause's type, or why the guard kept it
 * in; never an address.
 */
final class NeverLeftException extends IOException {
  private static final long serialVersionUID = 1L;

  NeverLeftException(IOException cause) {
    super(reason(cause), cause);
  }

  /** OkHttp may wrap what its resolver threw. */
  private static String reason(IOException cause) {
    for (@Nullable Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof RefusedException refused) {
        return String.valueOf(refused.getMessage());
      }
    }
    return cause.getClass().getSimpleName() + " before the call left";
  }
}
