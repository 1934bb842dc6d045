package dev.moltbot.adapter.instagram;

import dev.moltbot.port.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far an account has been read; what our cursors say. All times are Instagram's own.
 *
 * @param origin nothing older is ever read
 * @param since every conversation that moved up to here was read, in the order in which they moved
 * @param swept as {@code since} when all conversations were last listed, and not only the top
 * @param after digest of the last message taken of a conversation that was cut; or empty
 * @param known digests of conversations near {@code since}, each with its newest message: these
 *     have not moved
 */
record Position(Instant origin, Instant since, Instant swept, String after, Set<String> known) {
  /**
   * How much earlier than {@code since} conversations are looked at. Covers several that move
   * within one second, and one that shows late.
   */
  static final Duration OVERLAP = Duration.ofMinutes(2);

  /** Most conversations remembered; with more of them at one moment, some are read twice. */
  static final int MAX_KNOWN = 500;

  /** Bytes of a digest: a mistake in one of 2^48 comparisons. */
  private static final int DIGEST_BYTES = 6;

  private static final String NONE = "-";

  Position {
    known = Collections.unmodifiableSet(new TreeSet<>(known));
  }

  /** Before the first read. */
  static Position start(Instant origin) {
    return new Position(origin, origin, origin, "", Set.of());
  }

  /** Reads a cursor; one that we did not write is an {@link IllegalArgumentException}. */
  static Position of(Cursor cursor, Instant origin) {
    if (cursor.atStart()) {
      return start(origin);
    }
    String[] f = cursor.value().split(" ", -1);
    if (f.length != 6 || !f[0].equals("1")) {
      throw new IllegalArgumentException("not an Instagram cursor");
    }
    return new Position(
        moment(f[1]),
        moment(f[2]),
        moment(f[3]),
        f[4].equals(NONE) ? "" : f[4],
        f[5].equals(NONE) ? Set.of() : Set.copyOf(List.of(f[5].split(",", -1))));
  }

  Cursor cursor() {
    return new Cursor(
        String.join(
            " ",
            "1",
            Long.toString(origin.toEpochMilli()),
            Long.toString(since.toEpochMilli()),
            Long.toString(swept.toEpochMilli()),
            after.isEmpty() ? NONE : after,
            known.isEmpty() ? NONE : String.join(",", known)));
  }

  /** Whether nothing was read to the end yet. */
  boolean first() {
    return since.equals(origin);
  }

  /** Short, and without anybody's ids in it. */
  static String digest(String... parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        sha256.update(part.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
      }
      byte[] head = Arrays.copyOf(sha256.digest(), DIGEST_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(head);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Instant moment(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
