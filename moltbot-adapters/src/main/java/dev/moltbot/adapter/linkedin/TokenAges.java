package dev.moltbot.adapter.linkedin;

import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Setting;
import dev.moltbot.state.StateFolder;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How old tokens are. A token does not say, so the day on which each was first seen is kept, under
 * the beginning of its digest. Refreshing by program is for approved partners; here the owner puts
 * in a new one.
 */
final class TokenAges {
  /** After this LinkedIn takes an access token back. */
  static final Duration LIFETIME = Duration.ofDays(60);

  private static final int DIGEST_BYTES = 8;

  private final StateFolder folder;
  private final InstantSource time;

  TokenAges(StateFolder folder, InstantSource time) {
    this.folder = folder;
    this.time = time;
  }

  /** Keeps the day of a token that is seen for the first time. */
  void note(Secret token) {
    firstSeen(token);
  }

  /** What its age means; a token whose age cannot be kept is said to be of unknown age. */
  Health health(Secret token, String what, Setting setting) {
    Optional<Instant> first = firstSeen(token);
    if (first.isEmpty()) {
      return new Health.Fine(what + " token of unknown age");
    }
    long days = Duration.between(first.get(), time.instant()).toDays();
    return days < LIFETIME.toDays()
        ? new Health.Fine(what + " token %d of %d days old".formatted(days, LIFETIME.toDays()))
        : new Health.Missing(
            "the LinkedIn " + what + " token is " + days + " days old; they end after 60",
            "make a new token on LinkedIn's developer site and set " + setting.key());
  }

  private Optional<Instant> firstSeen(Secret token) {
    String name = "token-" + digest(token);
    try {
      Optional<byte[]> kept = folder.read(name);
      if (kept.isPresent()) {
        return Optional.of(Instant.parse(new String(kept.get(), StandardCharsets.US_ASCII)));
      }
      Instant now = time.instant();
      folder.write(name, now.toString().getBytes(StandardCharsets.US_ASCII));
      return Optional.of(now);
    } catch (IOException | DateTimeException e) {
      return Optional.empty(); // The age is a courtesy; LinkedIn's own no comes all the same.
    }
  }

  private static String digest(Secret token) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256")
              .digest(token.reveal().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
