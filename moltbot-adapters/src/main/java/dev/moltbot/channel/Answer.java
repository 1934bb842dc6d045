package dev.moltbot.channel;

import dev.moltbot.wire.Failure;
import java.util.function.Function;

/**
 * What one call of a service comes to. Made by {@link Calls}; turned into a port's result by {@link
 * Readings} and {@link Sendings}.
 */
public sealed interface Answer<T> {

  /** It worked, and the answer could be read. */
  record Done<T>(T body) implements Answer<T> {}

  /** The service answered, and did not do it. */
  record Declined<T>(Refusal refusal) implements Answer<T> {}

  /** No usable answer; whether the service did it hangs on the failure. */
  record Lost<T>(Failure failure) implements Answer<T> {}

  /** Goes on with the body where there is one; for services that say no in a success. */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Done<T>(T body) -> next.apply(body);
      case Declined<T>(Refusal refusal) -> new Declined<>(refusal);
      case Lost<T>(Failure failure) -> new Lost<>(failure);
    };
  }
}
