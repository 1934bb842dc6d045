package dev.moltbot.adapter.desk;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.moltbot.adapter.desk.TelegramApi.Envelope;
import dev.moltbot.adapter.desk.TelegramApi.Parameters;
import dev.moltbot.wire.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes a call and says what became of it, in words fit for the owner. The token is in the address
 * of every call, so no exception's message is passed on, only its kind.
 */
final class BotCalls {
  /** How long to wait when Telegram cannot be reached or answers with a server error. */
  static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(5);

  /** How long to leave the field to the other program that polls this bot. */
  static final Duration CONFLICT_PAUSE = Duration.ofSeconds(30);

  static final String OTHER_POLLER =
      "Another program polls this control bot; everything pauses until it stops."
          + " If you did not start it, revoke the token with @BotFather";
  static final String BLOCKED =
      "The control bot may not write to the owner: open its chat in Telegram and press Start";

  private final JsonAdapter<Envelope<Object>> errors;

  BotCalls(Moshi moshi) {
    errors =
        moshi.adapter(
            Types.newParameterizedTypeWithOwner(TelegramApi.class, Envelope.class, Object.class));
  }

  /** For a call whose result is wanted; an answer without one is no usable answer. */
  <T> Answer<T> make(Call<Envelope<T>> call) {
    return made(
        call,
        result ->
            result == null
                ? new Answer.NotNow<>(UNREACHABLE_PAUSE, "Telegram answered without a result")
                : new Answer.Done<>(result));
  }

  /** For a call that only has to have happened. */
  Answer<Boolean> order(Call<Envelope<Object>> call) {
    return made(call, result -> new Answer.Done<>(true));
  }

  private <T, R> Answer<R> made(Call<Envelope<T>> call, Function<@Nullable T, Answer<R>> whenOk) {
    try {
      Response<Envelope<T>> response = call.execute();
      Envelope<T> envelope = response.body();
      if (envelope == null) {
        return refused(response);
      }
      return envelope.ok() ? whenOk.apply(envelope.result()) : no(envelope);
    } catch (IOException | JsonDataException e) {
      return new Answer.NotNow<>(
          UNREACHABLE_PAUSE, "no usable answer from Telegram: " + e.getClass().getSimpleName());
    }
  }

  private <R> Answer<R> refused(Response<?> response) throws IOException {
    try (ResponseBody body = response.errorBody()) {
      Envelope<Object> envelope = body == null ? null : errors.fromJson(body.source());
      if (envelope != null) {
        return no(envelope);
      }
    }
    return new Answer.NotNow<>(UNREACHABLE_PAUSE, "Telegram answered HTTP " + response.code());
  }

  private static <T> Answer<T> no(Envelope<?> envelope) {
    int code = envelope.errorCode() == null ? 0 : envelope.errorCode();
    String description = envelope.description() == null ? "" : envelope.description();
    return switch (code) {
      case 400 -> new Answer.Declined<>(code, description);
      case 401, 404 -> Answer.Stopped.badToken();
      case 403 -> new Answer.NotNow<>(CONFLICT_PAUSE, BLOCKED);
      case 409 ->
          description.contains("webhook")
              ? Answer.Stopped.webhook()
              : new Answer.NotNow<>(CONFLICT_PAUSE, OTHER_POLLER);
      case 429 -> new Answer.NotNow<>(patience(envelope.parameters()), "Telegram asks for a pause");
      default -> new Answer.NotNow<>(UNREACHABLE_PAUSE, "Telegram answered with error " + code);
    };
  }

  private static Duration patience(@Nullable Parameters parameters) {
    Long seconds = parameters == null ? null : parameters.retryAfter();
    return seconds == null || seconds < 1 ? UNREACHABLE_PAUSE : RetryAfter.ofSeconds(seconds);
  }
}
