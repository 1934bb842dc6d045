package dev.moltbot.adapter.instagram;

import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Instagram's tokens: they live sixty days, and can be renewed when they are a day old. */
final class FakeToken {
  static final String FIRST = "IGAA-first";

  private static final Duration LIFE = Duration.ofDays(60);
  private static final Duration YOUNGEST = Duration.ofHours(24);

  private final Map<String, Instant> minted = new ConcurrentHashMap<>();
  private final AtomicInteger renewed = new AtomicInteger();
  private final AtomicLong lasts = new AtomicLong(Long.MAX_VALUE);
  private final InstantSource time;

  FakeToken(InstantSource time) {
    this.time = time;
    minted.put(FIRST, time.instant());
  }

  /** A token of this age. */
  void mint(String token, Duration age) {
    minted.put(token, time.instant().minus(age));
  }

  /** How many tokens were given for older ones. */
  int renewed() {
    return renewed.get();
  }

  /** The owner takes the permission away. */
  void revoke() {
    minted.clear();
  }

  /** Accepts so many requests more. */
  void revokesAfter(int requests) {
    lasts.set(requests);
  }

  boolean accepts(Request request) {
    if (lasts.getAndDecrement() == 0) {
      revoke();
    }
    String header = request.header("authorization");
    return header.startsWith("Bearer ") && alive(header.substring("Bearer ".length()));
  }

  Reply renew(Request request) {
    String old = request.parameter("access_token");
    if (!request.parameter("grant_type").equals("ig_refresh_token") || !alive(old)) {
      return FakeInstagram.refusal(400, 190, 463);
    }
    if (age(old).compareTo(YOUNGEST) < 0) {
      return FakeInstagram.refusal(400, 100, 0);
    }
    String fresh = "IGAA-renewed-" + renewed.incrementAndGet();
    minted.put(fresh, time.instant());
    return FakeInstagram.ok(
        Map.of("access_token", fresh, "token_type", "bearer", "expires_in", LIFE.toSeconds()));
  }

  private boolean alive(String token) {
    return minted.containsKey(token) && age(token).compareTo(LIFE) < 0;
  }

  private Duration age(String token) {
    return Duration.between(minted.getOrDefault(token, time.instant()), time.instant());
  }
}
