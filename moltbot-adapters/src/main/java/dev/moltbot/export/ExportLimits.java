package dev.moltbot.export;

/** The bounds of what is read from files that others made. */
public final class ExportLimits {
  /** Longest line, in bytes; the rest of a longer one is left out and the line says so. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  /** Most entries of an archive, and most files below one folder. */
  public static final int MAX_FILES = 1_000_000;

  /** Folders within folders. */
  public static final int MAX_DEPTH = 32;

  /** Times its packed size that something may unpack to, beyond {@link #FREE_BYTES}. */
  public static final long MAX_RATIO = 200;

  /** Bytes that may be unpacked from however little. */
  public static final long FREE_BYTES = 64L << 20;

  /** Characters of text after which a batch ends, however few entries that is. */
  public static final long MAX_BATCH_CHARS = 16L << 20;

  /** Bytes kept of something unreadable. */
  public static final int MAX_HEAD_BYTES = 64 << 10;

  /** Longest name shown, in UTF-16 units. */
  public static final int MAX_NAME_CHARS = 500;

  private ExportLimits() {}

  /** The most bytes that so many packed bytes may become. */
  static long unpacked(long packed) {
    return FREE_BYTES + Math.min(packed, Long.MAX_VALUE / MAX_RATIO - FREE_BYTES) * MAX_RATIO;
  }
}
