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

  /** Finds what is wanted in a success, where that is not its body. */
  @FunctionalInterface
  public interface Reading<T, R> {
    /**
     * Reads an answer.
     *
     * @return null where it is not there, which makes it no usable answer
     * @throws IOException when the answer cannot be read whole
     */
    @Nullable R of(Response<T> response) throws IOException;
  }

  /** Makes the call, once. An empty success is no usable answer. */
  public <T> Answer<T> make(Call<T> call) {
    return make(call, Response::body);
  }

  /** The same for a service that names what it made in a header. */
  public <T, R> Answer<R> make(Call<T> call, Reading<T, R> reading) {
    try {
      Response<T> response = call.execute();
      if (!response.isSuccessful()) {
        return new Answer.Declined<>(refusal(response));
      }
      R found = reading.of(response);
      return found == null
          ? new Answer.Lost<>(Failure.answered(response.code()))
          : new Answer.Done<>(found);
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
