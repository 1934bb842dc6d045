package dev.moltbot.adapter.gmail;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.wire.Failure;
import dev.moltbot.wire.RetryAfter;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Calls Gmail with a token. A token that is turned down is replaced once: HTTP 401 says that
 * nothing was done, so even a send may be repeated after it.
 *
 * <p>Thread-safe.
 */
final class GmailCalls {
  private static final int UNAUTHORISED = 401;
  private static final Set<String> RATE_REASONS =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded");

  private final AccessTokens tokens;
  private final InstantSource time;
  private final JsonAdapter<GmailApi.Refusal> refusals;

  GmailCalls(AccessTokens tokens, InstantSource time) {
    this.tokens = tokens;
    this.time = time;
    this.refusals = new Moshi.Builder().build().adapter(GmailApi.Refusal.class);
  }

  /** Makes the call; the function is given the value of the Authorization header. */
  <T> Answer<T> make(Function<String, Call<T>> call) {
    Access access = tokens.current();
    Answer<T> first = with(access, call);
    return first instanceof Answer.Declined<T> declined
            && declined.status() == UNAUTHORISED
            && access instanceof Access.Granted(Secret refused)
        ? with(tokens.insteadOf(refused), call)
        : first;
  }

  private <T> Answer<T> with(Access access, Function<String, Call<T>> call) {
    return switch (access) {
      case Access.Granted(Secret token) -> execute(call.apply("Bearer " + token.inHeader()));
      case Access.Later later -> new Answer.NoToken<>(later);
      case Access.Denied denied -> new Answer.NoToken<>(denied);
    };
  }

  private <T> Answer<T> execute(Call<T> call) {
    try {
      Response<T> response = call.execute();
      if (!response.isSuccessful()) {
        return declined(response);
      }
      T body = response.body();
      return body == null
          ? new Answer.Lost<>(Failure.answered(response.code()))
          : new Answer.Done<>(body);
    } catch (IOException e) {
      return new Answer.Lost<>(Failure.of(e));
    } catch (JsonDataException e) {
      return new Answer.Lost<>(new Failure.Unknown("an answer that makes no sense"));
    }
  }

  private <T> Answer<T> declined(Response<T> response) {
    int status = response.code();
    boolean throttled = status == 429 || (status == 403 && saysTooFast(response.errorBody()));
    return new Answer.Declined<>(
        status, throttled, RetryAfter.in(response.headers(), time.instant()));
  }

  private boolean saysTooFast(@Nullable ResponseBody body) {
    try {
      GmailApi.Refusal refusal = body == null ? null : refusals.fromJson(body.source());
      List<GmailApi.Cause> causes =
          refusal == null || refusal.error() == null || refusal.error().errors() == null
              ? List.of()
              : refusal.error().errors();
      return causes.stream()
          .anyMatch(cause -> cause.reason() != null && RATE_REASONS.contains(cause.reason()));
    } catch (IOException | JsonDataException e) {
      return false; // The status stands without it.
    }
  }
}
