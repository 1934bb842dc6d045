package dev.moltbot.adapter.imap;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long one call may take on its line, and how much may come back. A time-out per read is not
 * enough: a server that drips one byte a second never meets it. Used by one thread.
 */
final class Bounds {
  /** Longest pause between two bytes of an answer. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** Most bytes that one call of an IMAP server may bring. */
  static final long IMAP_BYTES = 64L << 20;

  /** Most bytes that one call of an SMTP server may bring; it has only lines to say. */
  static final long SMTP_BYTES = 256L << 10;

  /** Most lines of one call: the library keeps each, which costs far more than its bytes. */
  static final int MAX_LINES = 100_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LongSupplier nanos;
  private final long maxBytes;
  private Duration silence;
  private long end;
  private long bytesLeft;
  private int linesLeft;

  Bounds(LongSupplier nanos, Duration silence, long maxBytes) {
    this.nanos = nanos;
    this.silence = silence;
    this.maxBytes = maxBytes;
  }

  /** A call begins that may take so long. */
  void begin(Duration call) {
    end = nanos.getAsLong() + call.toNanos();
    bytesLeft = maxBytes;
    linesLeft = MAX_LINES;
  }

  /** How long the next wait for a byte may last; at least 1. */
  int millis() throws SocketTimeoutException {
    long left = end - nanos.getAsLong();
    if (left <= 0) {
      throw new SocketTimeoutException("the call took too long");
    }
    return (int) Math.max(1, Math.min(left, silence.toNanos()) / NANOS_PER_MILLI);
  }

  /** The moment after this much time, as {@link #within} takes it. */
  long after(Duration wait) {
    return nanos.getAsLong() + wait.toNanos();
  }

  /** Reads until that moment, however short, and however long the silence. */
  int within(long moment, Read read) throws IOException {
    long callEnd = end;
    Duration usual = silence;
    end = Math.min(end, moment);
    silence = Duration.ofDays(1);
    try {
      return read.read();
    } finally {
      end = callEnd;
      silence = usual;
    }
  }

  /** One read. */
  @FunctionalInterface
  interface Read {
    int read() throws IOException;
  }

  /** Counts what came. */
  void came(int bytes) throws IOException {
    bytesLeft -= Math.max(bytes, 0);
    if (bytesLeft < 0) {
      throw new TooMuchException("an answer of more than " + maxBytes + " bytes");
    }
  }

  /** Counts a line. */
  void lineCame() throws IOException {
    if (--linesLeft < 0) {
      throw new TooMuchException("an answer of more than " + MAX_LINES + " lines");
    }
  }
}
