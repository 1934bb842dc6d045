package dev.moltbot.channel;

import com.squareup.moshi.JsonDataException;
import dev.moltbot.wire.Failure;
import dev.moltbot.wire.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes calls of one service. Nothing it returns quotes the service or the address: tokens live in
 * both.
 *
 * <p>Thread-safe.
 */
public final class Calls {
  private final Dialect dialect;
  private final InstantSource time;

  public Calls(Dialect dialect, InstantSource time) {
    this.dialect = dialect;
    this.time = time;
  }

  /** How one service words its refusals. */
  @FunctionalInterface
  public interface Dialect {
    /** For a service whose status says it all. */
    Dialect PLAIN = (status, body, pause) -> Refusal.ofStatus(status, pause);

    /**
     * Reads a refusal.
     *
     * @param body at most what the client's limit lets through; may be of no use
     * @param pause what {@code Retry-After} said, bounded; null without one
     * @throws IOException when the body cannot be read; the status then stands alone
     */
    Refusal read(int status, @Nullable ResponseBody body, @Nullable Duration pause)
        throws IOException;
  }

  /** Makes the call, once. An empty success is no usable answer. */
  public <T> Answer<T> make(Call<T> call) {
    try {
      Response<T> response = call.execute();
      if (!response.isSuccessful()) {
        return new Answer.Declined<>(refusal(response));
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

  private Refusal refusal(Response<?> response) {
    Duration pause = RetryAfter.in(response.headers(), time.instant()).orElse(null);
    try (ResponseBody body = response.errorBody()) {
      return dialect.read(response.code(), body, pause);
    } catch (IOException | JsonDataException e) {
      return Refusal.ofStatus(response.code(), pause);
    }
  }
}
