package dev.moltbot.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Invocation;

/** Puts every call on record, and marks the failures of those that never left. */
final class RecordedCall implements Interceptor {
  private final String service;
  private final ApiCalls calls;
  private final LongSupplier nanos;

  RecordedCall(String service, ApiCalls calls, LongSupplier nanos) {
    this.service = service;
    this.calls = calls;
    this.nanos = nanos;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var departure = new Departure();
    Request request = chain.request().newBuilder().tag(Departure.class, departure).build();
    long start = nanos.getAsLong();
    int status = ApiCalls.Call.NO_ANSWER;
    try {
      Response response = chain.proceed(request);
      status = response.code();
      return response;
    } catch (IOException e) {
      throw departure.left() ? e : new NeverLeftException(e);
    } finally {
      var took = Duration.ofNanos(nanos.getAsLong() - start);
      calls.record(new ApiCalls.Call(service, request.method(), operation(request), status, took));
    }
  }

  private static String operation(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? "call" : invocation.method().getName();
  }
}
