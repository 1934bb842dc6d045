package dev.moltbot.wire;

import java.time.Duration;

/**
 * How long a client waits and how much it reads.
 *
 * @param silence longest pause between two bytes, in either direction
 * @param call longest duration of the whole call, its answer's last byte included; what ends a peer
 *     that drips one byte a second
 * @param maxResponseBytes counted after decompression, so that a gzip bomb stops here too
 */
public record HttpLimits(Duration silence, Duration call, long maxResponseBytes) {
  /** Longest wait for a connection, whatever the service. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
  public static final long MAX_RESPONSE_BYTES = 32L << 20;

  public static final HttpLimits DEFAULT =
      new HttpLimits(CALL_TIMEOUT, CALL_TIMEOUT, MAX_RESPONSE_BYTES);

  public HttpLimits {
    if (!silence.isPositive() || !call.isPositive() || maxResponseBytes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** For a service that is slow by nature: a long poll, a model that thinks. */
  public HttpLimits waiting(Duration longest) {
    return new HttpLimits(longest, longest, maxResponseBytes);
  }

  public HttpLimits reading(long maxBytes) {
    return new HttpLimits(silence, call, maxBytes);
  }
}
