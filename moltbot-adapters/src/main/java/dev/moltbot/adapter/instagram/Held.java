package dev.moltbot.adapter.instagram;

import dev.moltbot.wire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A token, and what is known of its life.
 *
 * @param seed digest of the settings' token it descends from; another one there is a newer token
 * @param minted when Instagram gave it, or when it was first seen where {@code dated} is false
 * @param ends when it ends; at the latest, where {@code dated} is false
 * @param dated whether Instagram itself said when it ends
 */
record Held(String seed, Secret token, Instant minted, Instant ends, boolean dated) {
  /** How long Instagram's long-lived tokens live. */
  static final Duration LIFE = Duration.ofDays(60);

  private static final String FORM = "1";
  private static final int LINES = 6;

  /** A token from the settings: nobody knows how old it is. */
  static Held fromSettings(Secret token, Instant now) {
    return new Held(digest(token), token, now, now.plus(LIFE), false);
  }

  /** Its successor. */
  Held renewed(Secret fresh, Instant now, Duration life) {
    Duration bounded = life.compareTo(LIFE.multipliedBy(2)) > 0 ? LIFE.multipliedBy(2) : life;
    return new Held(seed, fresh, now, now.plus(bounded), true);
  }

  Duration age(Instant now) {
    return Duration.between(minted, now);
  }

  Duration left(Instant now) {
    return Duration.between(now, ends);
  }

  /** Whether it is this token of the settings, or one that came of it. */
  boolean descendsFrom(Secret settings) {
    String digest = digest(settings);
    return digest.equals(seed) || digest.equals(digest(token));
  }

  byte[] written() {
    return String.join(
            "\n",
            FORM,
            seed,
            Long.toString(minted.getEpochSecond()),
            Long.toString(ends.getEpochSecond()),
            Boolean.toString(dated),
            token.reveal())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Empty where the bytes are none of ours. */
  static Optional<Held> read(byte[] written) {
    String[] lines = new String(written, StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length != LINES || !lines[0].equals(FORM)) {
      return Optional.empty();
    }
    try {
      Secret token = Secret.of(lines[5]);
      return token.fitsHeader()
          ? Optional.of(
              new Held(
                  lines[1], token, moment(lines[2]), moment(lines[3]), lines[4].equals("true")))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Instant moment(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private static String digest(Secret token) {
    try {
      byte[] bytes = token.reveal().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
