package dev.moltbot.adapter.gmail;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Readings;
import dev.moltbot.channel.Refusal;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Calls Gmail with a token. A token that is turned down is replaced once: HTTP 401 says that
 * nothing was done, so even a send may be repeated after it.
 *
 * <p>Thread-safe.
 */
final class GmailCalls {
  /** What Gmail's refusals mean for reading; its quotas are by the minute. */
  static final Readings READINGS =
      new Readings(
          "Gmail",
          "authorise Moltbot for Gmail again: run moltbot channels login gmail, then restart",
          "see that the Gmail API is enabled for the OAuth client's project and the account is"
              + " open");

  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final Set<String> RATE_REASONS =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded");
  private static final JsonAdapter<GmailApi.Refusal> REFUSALS =
      new Moshi.Builder().build().adapter(GmailApi.Refusal.class);

  private final AccessTokens tokens;
  private final Calls calls;

  GmailCalls(AccessTokens tokens, InstantSource time) {
    this.tokens = tokens;
    this.calls =
        new Calls(
            (status, body, pause) -> {
              Refusal plain = Refusal.ofStatus(status, pause);
              return status == FORBIDDEN && saysTooFast(body)
                  ? plain.as(Refusal.Kind.THROTTLED)
                  : plain;
            },
            time);
  }

  /** Makes the call; the function is given the value of the Authorization header. */
  <T> Answer<T> make(Function<String, Call<T>> call) {
    Access access = tokens.current();
    Answer<T> first = with(access, call);
    return declinedAs(first, UNAUTHORISED) && access instanceof Access.Granted(Secret refused)
        ? with(tokens.insteadOf(refused), call)
        : first;
  }

  /** Whether Gmail declined with this status. */
  static boolean declinedAs(Answer<?> answer, int status) {
    return answer instanceof Answer.Declined<?>(Refusal refusal) && refusal.status() == status;
  }

  private <T> Answer<T> with(Access access, Function<String, Call<T>> call) {
    return switch (access) {
      case Access.Granted(Secret token) -> calls.make(call.apply("Bearer " + token.inHeader()));
      case Access.Later(var pause, String reason) ->
          new Answer.Declined<>(new Refusal(Refusal.Kind.NOT_NOW, reason, pause));
      case Access.Denied(String reason, String remedy) ->
          new Answer.Declined<>(new Refusal(Refusal.Kind.REVOKED, 0, reason, null, remedy));
    };
  }

  private static boolean saysTooFast(@Nullable ResponseBody body) {
    try {
      GmailApi.Refusal refusal = body == null ? null : REFUSALS.fromJson(body.source());
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
