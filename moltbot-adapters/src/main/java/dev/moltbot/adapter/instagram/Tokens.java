package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Calls;
import dev.moltbot.state.StateFolder;
import dev.moltbot.wire.Failure;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token, renewed long before it ends and kept in the channel's folder. Renewing that fails is
 * no outage: the old token lives on. One renewal at a time, and nobody waits for it.
 *
 * <p>Thread-safe.
 */
final class Tokens {
  /** Instagram renews no token that is younger. */
  static final Duration YOUNGEST = Duration.ofDays(1);

  /** From this age on a token is renewed; fifty days are left for trying again. */
  static final Duration RENEW_AFTER = Duration.ofDays(7);

  /** How long to wait after a renewal that failed. */
  static final Duration RETRY = Duration.ofHours(6);

  private static final String FILE = "token";

  private final ReentrantLock loading = new ReentrantLock();
  private final ReentrantLock renewing = new ReentrantLock();
  private final InstagramApi api;
  private final Calls calls;
  private final Secret settings;
  private final StateFolder folder;
  private final InstantSource time;
  private volatile @Nullable Held held;
  private volatile Instant notBefore = Instant.MIN;
  private volatile String failure = "";
  private volatile String unkept = "";

  Tokens(InstagramApi api, Calls calls, Secret settings, StateFolder folder, InstantSource time) {
    this.api = api;
    this.calls = calls;
    this.settings = settings;
    this.folder = folder;
    this.time = time;
  }

  /**
   * How the token stands.
   *
   * @param failure why the last renewal failed, or empty
   * @param unkept why it could not be written down, or empty
   */
  record Standing(Held held, String failure, String unkept) {}

  Standing standing() {
    return new Standing(held(), failure, unkept);
  }

  /** The token to present now. */
  Secret current() {
    return held().token();
  }

  /** Renews the token if it is time to; called by whoever has time for one call more. */
  void keepFresh() {
    if (!renewing.tryLock()) {
      return;
    }
    try {
      Instant now = time.instant();
      Held token = held();
      // One of unknown age may be near its end, so Instagram is asked at once.
      boolean due = !token.dated() || token.age(now).compareTo(RENEW_AFTER) >= 0;
      if (due && !now.isBefore(notBefore)) {
        renew(token, now);
      }
    } finally {
      renewing.unlock();
    }
  }

  private void renew(Held token, Instant now) {
    switch (calls.make(api.refresh(token.token().reveal()))) {
      case Answer.Done<InstagramApi.Renewed>(var renewed) -> take(token, renewed, now);
      case Answer.Declined<InstagramApi.Renewed>(var refusal) ->
          failed(token, refusal.reason(), now);
      case Answer.Lost<InstagramApi.Renewed>(Failure lost) -> failed(token, lost.reason(), now);
    }
  }

  private void take(Held token, InstagramApi.Renewed renewed, Instant now) {
    String fresh = renewed.access_token();
    Long seconds = renewed.expires_in();
    if (fresh == null || !usable(fresh) || seconds == null || seconds <= 0) {
      failed(token, "an answer without a token", now);
      return;
    }
    Duration life = Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE));
    keep(token.renewed(Secret.of(fresh), now, life));
    failure = "";
  }

  /** A token that was made today is refused, which is no news. */
  private void failed(Held token, String reason, Instant now) {
    notBefore = now.plus(RETRY);
    boolean young = !token.dated() && token.age(now).compareTo(YOUNGEST) < 0;
    failure = young ? "" : reason;
  }

  private static boolean usable(String token) {
    return !token.isBlank()
        && token.length() <= Secret.MAX_CHARS
        && token.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private Held held() {
    Held token = held;
    return token == null ? load() : token;
  }

  private Held load() {
    loading.lock();
    try {
      Held token = held;
      return token == null ? fromFolder() : token;
    } finally {
      loading.unlock();
    }
  }

  private Held fromFolder() {
    try {
      var kept = folder.read(FILE).flatMap(Held::read).filter(h -> h.descendsFrom(settings));
      if (kept.isPresent()) {
        held = kept.get();
        return kept.get();
      }
    } catch (IOException e) {
      unkept = "its folder cannot be read: " + e.getClass().getSimpleName();
    }
    return keep(Held.fromSettings(settings, time.instant()));
  }

  private Held keep(Held token) {
    held = token;
    try {
      folder.write(FILE, token.written());
      unkept = "";
    } catch (IOException e) {
      unkept = "it could not be written down: " + e.getClass().getSimpleName();
    }
    return token;
  }
}
