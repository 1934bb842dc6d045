package dev.moltbot.wire;

import dev.moltbot.domain.egress.Caller;
import java.net.URI;
import java.util.List;
import java.util.function.LongSupplier;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * Builds the HTTP clients of all adapters, so that one place decides what may never happen: a
 * request sent twice, a credential carried to another host by a redirect, an answer without end, a
 * call that nobody recorded, a call to where the allow-list does not lead.
 *
 * <p>Thread-safe. All clients share one connection pool.
 */
public final class HttpClients {
  /** A run without a broker mints Gmail's tokens itself. */
  public static final List<Caller> MOLTBOT = List.of(Caller.MOLTBOT, Caller.TOKENS);

  /** The broker, which has nothing else to do outside. */
  public static final List<Caller> BROKER = List.of(Caller.TOKENS);

  private final OkHttpClient base;
  private final Egress egress;
  private final Dns resolver;
  private final LongSupplier nanos;

  /** The same for Moltbot itself, without a gateway. */
  public HttpClients(ApiCalls calls, LongSupplier nanos) {
    this(calls, nanos, MOLTBOT, Gateway.NONE);
  }

  /**
   * Makes a source of clients that report to one record.
   *
   * @param nanos a running count of nanoseconds; measures durations and nothing else
   * @param callers {@link #MOLTBOT} or {@link #BROKER}. Inside one process there is no telling who
   *     asks; the gateway, which sees containers, lets each do its own part only
   * @throws IllegalStateException when the allow-list of this build cannot be used
   */
  public HttpClients(ApiCalls calls, LongSupplier nanos, List<Caller> callers, Gateway gateway) {
    this(new Egress(ListFile.read(), callers, gateway, calls), nanos, Dns.SYSTEM);
  }

  HttpClients(Egress egress, LongSupplier nanos, Dns resolver) {
    this.egress = egress;
    this.nanos = nanos;
    this.resolver = resolver;
    var builder =
        new OkHttpClient.Builder()
            // OkHttp's default re-sends a POST on a warm connection: a message sent twice.
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(HttpLimits.CONNECT_TIMEOUT);
    if (egress.gateway().isSet()) {
      Trust.add(builder, egress.gateway().authorities());
    }
    this.base = builder.build();
  }

  /**
   * A client for addresses of the allow-list and no others.
   *
   * @param service the name its calls are recorded under
   * @param at where the settings say that the service is; when that is on this machine, for tests,
   *     or is the broker of Gmail's tokens, this host and port may be used besides the allow-list
   */
  public OkHttpClient client(String service, HttpLimits limits, URI at) {
    return client(service, limits, egress.besides(at));
  }

  private OkHttpClient client(String service, HttpLimits limits, Named named) {
    return base.newBuilder()
        .dns(new CheckedDns(egress, named, resolver))
        .proxySelector(new Ways(egress.gateway(), named))
        .readTimeout(limits.silence())
        .writeTimeout(limits.silence())
        .callTimeout(limits.call())
        .addInterceptor(new RecordedCall(service, egress.calls(), nanos))
        .addInterceptor(new BoundedAnswer(limits.maxResponseBytes()))
        .addInterceptor(new Guard(egress, named))
        .addNetworkInterceptor(new Guard(egress, named))
        .addNetworkInterceptor(new Departure.Gate())
        .build();
  }
}
