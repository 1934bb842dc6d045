package dev.moltbot.adapter.gmail;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.gmail.TokenApi.TokenProblem;
import dev.moltbot.adapter.gmail.TokenApi.TokenReply;
import dev.moltbot.wire.RetryAfter;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Mints access tokens with the owner's refresh token. One at a time: whoever comes while a token is
 * being minted waits for that one. A refusal for good is remembered, and Google is not asked again.
 */
final class RefreshedTokens implements AccessTokens {
  /** How long before its end a token is no longer handed out. */
  static final Duration MARGIN = Duration.ofMinutes(2);

  /** How long to leave the endpoint alone when it fails and does not say. */
  static final Duration PAUSE = Duration.ofSeconds(15);

  private static final String AUTHORISE_AGAIN =
      "authorise Moltbot for Gmail again with exactly gmail.readonly and gmail.send: run"
          + " moltbot channels login gmail, then restart";
  private static final String CHECK_CLIENT =
      "check the OAuth client id and secret in the settings, then restart";

  private final ReentrantLock minting = new ReentrantLock();
  private final TokenApi api;
  private final JsonAdapter<TokenProblem> problems;
  private final GmailConfig config;
  private final InstantSource time;
  private @Nullable Held held;
  private Access.@Nullable Denied denied;

  RefreshedTokens(TokenApi api, GmailConfig config, InstantSource time) {
    this.api = api;
    this.problems = new Moshi.Builder().build().adapter(TokenProblem.class);
    this.config = config;
    this.time = time;
  }

  @Override
  public Access current() {
    minting.lock();
    try {
      Held token = held;
      boolean good = token != null && time.instant().isBefore(token.until());
      return good && token != null ? new Access.Granted(token.token()) : mint();
    } finally {
      minting.unlock();
    }
  }

  @Override
  public Access insteadOf(Secret refused) {
    minting.lock();
    try {
      Held token = held;
      // By identity: another thread may have replaced the refused one while this one waited.
      if (token != null && token.token() == refused) {
        held = null;
      }
      return current();
    } finally {
      minting.unlock();
    }
  }

  private Access mint() {
    if (denied != null) {
      return denied;
    }
    try {
      Instant asked = time.instant();
      Response<TokenReply> response =
          api.refresh(
                  config.tokenEndpoint().toString(),
                  "refresh_token",
                  config.clientId(),
                  config.clientSecret().reveal(),
                  config.refreshToken().reveal())
              .execute();
      TokenReply reply = response.body();
      return reply == null ? refused(response) : granted(reply, asked);
    } catch (IOException | JsonDataException e) {
      return new Access.Later(
          PAUSE, "no usable answer about a token: " + e.getClass().getSimpleName());
    }
  }

  private Access granted(TokenReply reply, Instant asked) {
    String token = reply.access_token();
    Long seconds = reply.expires_in();
    if (token == null || token.isBlank() || seconds == null || seconds <= 0) {
      return new Access.Later(PAUSE, "the token endpoint answered without a token");
    }
    Optional<String> fault = Scopes.fault(reply.scope() == null ? "none" : reply.scope());
    if (fault.isPresent()) {
      return deny(fault.get(), AUTHORISE_AGAIN);
    }
    Instant end = asked.plusSeconds(Math.min(seconds, Duration.ofDays(1).toSeconds()));
    Held fresh = new Held(Secret.of(token), end.minus(MARGIN));
    held = fresh;
    return new Access.Granted(fresh.token());
  }

  private Access refused(Response<TokenReply> response) throws IOException {
    int status = response.code();
    if (status == 429 || status == 408 || status >= 500) {
      Duration wait = RetryAfter.in(response.headers(), time.instant()).orElse(PAUSE);
      return new Access.Later(wait, "the token endpoint answered HTTP " + status);
    }
    return switch (problem(response)) {
      case "invalid_grant" ->
          deny("Google has withdrawn the authorisation (invalid_grant)", AUTHORISE_AGAIN);
      case "invalid_client", "unauthorized_client" ->
          deny("Google does not know this OAuth client", CHECK_CLIENT);
      default -> deny("the token endpoint answered HTTP " + status, CHECK_CLIENT);
    };
  }

  private String problem(Response<TokenReply> response) throws IOException {
    ResponseBody body = response.errorBody();
    TokenProblem problem = body == null ? null : problems.fromJson(body.source());
    return problem == null || problem.error() == null ? "" : problem.error();
  }

  private Access deny(String reason, String remedy) {
    denied = new Access.Denied(reason, remedy);
    return denied;
  }

  private record Held(Secret token, Instant until) {}
}
