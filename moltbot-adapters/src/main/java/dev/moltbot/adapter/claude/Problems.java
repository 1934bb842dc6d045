package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.port.DraftResult;
import dev.moltbot.wire.Failure;
import dev.moltbot.wire.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an error of the API means: wait, give this conversation up, or stop until the owner has done
 * something. Never: ask a smaller model.
 *
 * <p>Anthropic's own message is read for its meaning and not passed on, since it may quote.
 */
final class Problems {
  private static final String SPEND_LIMIT = "enforced_spend_limit_reached";

  private final JsonAdapter<ClaudeApi.Problem> json;
  private final Backoff backoff;
  private final String model;

  Problems(Moshi moshi, Backoff backoff, String model) {
    this.json = moshi.adapter(ClaudeApi.Problem.class);
    this.backoff = backoff;
    this.model = model;
  }

  /** A call that brought no answer. Drafting changes nothing outside, so it may be repeated. */
  DraftResult of(IOException failure) {
    return new DraftResult.Unavailable(backoff.next(), "Claude: " + Failure.of(failure).reason());
  }

  DraftResult of(int status, Headers headers, String body, Instant now) {
    if (overSpendLimit(status, error(body))) {
      return new DraftResult.Stopped(
          "Anthropic's spend limit is reached or the credit is used up (HTTP " + status + ")",
          "raise the limit or add credit in the Claude console, then resume");
    }
    return switch (status) {
      case 401 ->
          new DraftResult.Stopped(
              "Anthropic does not accept the API key (HTTP 401)",
              "put a valid API key into .env as " + ClaudeConfig.KEY.key());
      case 402 ->
          new DraftResult.Stopped(
              "Anthropic reports a billing problem (HTTP 402)",
              "settle it in the Claude console, then resume");
      case 403 ->
          new DraftResult.Stopped(
              "the API key may not use " + model + " (HTTP 403)",
              "allow the model for the key's workspace, or use another key");
      case 404 ->
          new DraftResult.Stopped(
              "Anthropic does not know " + model + " (HTTP 404)",
              "choose a model that the account offers: " + ClaudeConfig.MODEL.key());
      case 413 -> new DraftResult.Declined("the conversation is too large for Claude (HTTP 413)");
      default -> waitOrGiveUp(status, headers, now);
    };
  }

  private DraftResult waitOrGiveUp(int status, Headers headers, Instant now) {
    boolean busy = status < 400 || status == 408 || status == 409 || status == 429 || status >= 500;
    if (!busy) {
      return new DraftResult.Declined("Claude declined the request (HTTP " + status + ")");
    }
    // Counted even when the peer names a time, so that the next wait it does not name is longer.
    Duration own = backoff.next();
    Duration wait = RetryAfter.in(headers, now).orElse(own);
    return new DraftResult.Unavailable(wait, "Claude is busy or limited (HTTP " + status + ")");
  }

  /** A 429 that no waiting cures carries a code of its own; a 400 says it in words only. */
  private static boolean overSpendLimit(int status, ClaudeApi.@Nullable Fault error) {
    if (error == null) {
      return false;
    }
    if (error.details() != null && SPEND_LIMIT.equals(error.details().error_code())) {
      return true;
    }
    String message = error.message() == null ? "" : error.message().toLowerCase(Locale.ROOT);
    return status == 400
        && Stream.of("credit balance", "usage limit", "spend").anyMatch(message::contains);
  }

  private ClaudeApi.@Nullable Fault error(String body) {
    try {
      ClaudeApi.@Nullable Problem problem = json.fromJson(body);
      return problem == null ? null : problem.error();
    } catch (IOException | JsonDataException e) {
      return null; // A gateway's page and not Anthropic's envelope: the status decides alone.
    }
  }
}
