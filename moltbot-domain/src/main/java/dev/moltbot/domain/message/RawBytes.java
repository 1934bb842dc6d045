package dev.moltbot.domain.message;

import java.util.Arrays;

/** The beginning of something that could not be read, kept so that a person can look at it. */
public final class RawBytes {
  /** Most bytes kept of one unreadable message. */
  public static final int MAX_BYTES = 1 << 20;

  private final byte[] bytes;

  private RawBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies at most {@link #MAX_BYTES} from the front. */
  public static RawBytes headOf(byte[] bytes) {
    return new RawBytes(Arrays.copyOf(bytes, Math.min(bytes.length, MAX_BYTES)));
  }

  /** A copy. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawBytes[" + bytes.length + " bytes]";
  }
}
