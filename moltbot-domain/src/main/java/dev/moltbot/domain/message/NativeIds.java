package dev.moltbot.domain.message;

/** What the ids that channels hand out have in common: not blank, and of bounded length. */
final class NativeIds {
  /** Longest id a channel may hand us, in UTF-16 units. Message-IDs of 2,000 characters exist. */
  static final int MAX_CHARS = 1_000;

  private NativeIds() {}

  static void check(String what, String nativeId) {
    if (nativeId.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    if (nativeId.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          what + " is " + nativeId.length() + " characters, limit " + MAX_CHARS);
    }
  }
}
