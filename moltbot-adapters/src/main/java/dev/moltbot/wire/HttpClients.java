package dev.moltbot.wire;

import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;

/**
 * Builds the HTTP clients of all adapters, so that one place decides what may never happen: a
 * request sent twice, a credential carried to another host by a redirect, an answer without end, a
 * call that nobody recorded.
 *
 * <p>Thread-safe. All clients share one connection pool.
 */
public final class HttpClients {
  private final OkHttpClient base =
      new OkHttpClient.Builder()
          // OkHttp's default re-sends a POST on a warm connection: a message sent twice.
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .followSslRedirects(false)
          .connectTimeout(HttpLimits.CONNECT_TIMEOUT)
          .build();

  private final ApiCalls calls;
  private final LongSupplier nanos;

  /**
   * Makes a source of clients that report to one record.
   *
   * @param nanos a running count of nanoseconds; measures durations and nothing else
   */
  public HttpClients(ApiCalls calls, LongSupplier nanos) {
    this.calls = calls;
    this.nanos = nanos;
  }

  /** A client with {@link HttpLimits#DEFAULT}. */
  public OkHttpClient client(String service) {
    return client(service, HttpLimits.DEFAULT);
  }

  /**
   * A client with limits of its own.
   *
   * @param service the name its calls are recorded under
   */
  public OkHttpClient client(String service, HttpLimits limits) {
    return base.newBuilder()
        .readTimeout(limits.silence())
        .writeTimeout(limits.silence())
        .callTimeout(limits.call())
        .addInterceptor(new RecordedCall(service, calls, nanos))
        .addInterceptor(new BoundedAnswer(limits.maxResponseBytes()))
        .addNetworkInterceptor(new Departure.Gate())
        .build();
  }
}
