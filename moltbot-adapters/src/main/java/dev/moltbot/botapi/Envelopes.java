package dev.moltbot.botapi;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.moltbot.botapi.BotApi.Envelope;
import dev.moltbot.botapi.BotApi.Parameters;
import dev.moltbot.wire.Failure;
import dev.moltbot.wire.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes calls of the Bot API and opens the envelopes that come back. The token is in the address of
 * every call, so no exception's message is passed on, only its kind.
 *
 * <p>Thread-safe.
 */
public final class Envelopes {
  private final JsonAdapter<Envelope<Object>> errors;

  public Envelopes(Moshi moshi) {
    errors =
        moshi.adapter(
            Types.newParameterizedTypeWithOwner(BotApi.class, Envelope.class, Object.class));
  }

  /** For a call whose result is wanted; an answer without one is no usable answer. */
  public <T> BotAnswer<T> open(Call<Envelope<T>> call) {
    return opened(
        call,
        result ->
            result == null
                ? new BotAnswer.Lost<>(new Failure.Unknown("an answer without a result"))
                : new BotAnswer.Done<>(result));
  }

  /** For a call that only has to have happened. */
  public BotAnswer<Boolean> order(Call<Envelope<Object>> call) {
    return opened(call, result -> new BotAnswer.Done<>(true));
  }

  private <T, R> BotAnswer<R> opened(
      Call<Envelope<T>> call, Function<@Nullable T, BotAnswer<R>> whenOk) {
    try {
      Response<Envelope<T>> response = call.execute();
      Envelope<T> envelope = response.body();
      if (envelope == null) {
        return refused(response);
      }
      return envelope.ok() ? whenOk.apply(envelope.result()) : no(envelope);
    } catch (IOException e) {
      return new BotAnswer.Lost<>(Failure.of(e));
    } catch (JsonDataException e) {
      return new BotAnswer.Lost<>(new Failure.Unknown("an answer that makes no sense"));
    }
  }

  /** What carries no envelope is not Telegram's own word: a proxy's page, half an answer. */
  private <R> BotAnswer<R> refused(Response<?> response) {
    try (ResponseBody body = response.errorBody()) {
      Envelope<Object> envelope = body == null ? null : errors.fromJson(body.source());
      if (envelope != null) {
        return no(envelope);
      }
    } catch (IOException | JsonDataException e) {
      return new BotAnswer.Lost<>(Failure.answered(response.code()));
    }
    return new BotAnswer.Lost<>(Failure.answered(response.code()));
  }

  private static <T> BotAnswer<T> no(Envelope<?> envelope) {
    int code = envelope.errorCode() == null ? 0 : envelope.errorCode();
    String description = envelope.description() == null ? "" : envelope.description();
    return new BotAnswer.No<>(
        BotAnswer.Why.of(code, description), code, description, pause(envelope.parameters()));
  }

  private static @Nullable Duration pause(@Nullable Parameters parameters) {
    Long seconds = parameters == null ? null : parameters.retryAfter();
    return seconds == null || seconds < 1 ? null : RetryAfter.ofSeconds(seconds);
  }
}
