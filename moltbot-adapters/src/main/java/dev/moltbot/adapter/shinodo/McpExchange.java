package dev.moltbot.adapter.shinodo;

import com.squareup.moshi.Moshi;
import dev.moltbot.wire.Failure;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * One request and the answer to it, wherever the server puts that: in JSON, in a stream of events,
 * or in the stream's continuation after it broke off. Thread-safe.
 */
final class McpExchange {
  private final McpApi api;
  private final String endpoint;
  private final Moshi moshi;

  McpExchange(McpApi api, String endpoint, Moshi moshi) {
    this.api = api;
    this.endpoint = endpoint;
    this.moshi = moshi;
  }

  /** One of the methods of {@link McpApi} that carry a request. */
  @FunctionalInterface
  interface Request {
    Call<ResponseBody> call(String endpoint, Map<String, String> session, McpApi.Message message);
  }

  /**
   * What came back.
   *
   * @param session the session's name where the server opened one, else empty
   */
  record Answer(Object result, String session) {}

  /** Sends a request; no answer in time, or none that is one, is trouble. */
  Answer ask(
      Request request, Map<String, String> session, McpApi.Message message, Deadline deadline)
      throws TroubleException {
    var response = execute(request.call(endpoint, session, message), deadline);
    String opened = Objects.requireNonNullElse(response.headers().get("Mcp-Session-Id"), "");
    McpApi.Message answer =
        new AnswerReading(this, moshi, new AnswerReading.Asked(session, message, deadline))
            .of(body(response));
    if (answer.error() != null) {
      throw TroubleException.of("JSON-RPC error " + code(answer.error()));
    }
    if (answer.result() == null) {
      throw TroubleException.of("an answer without a result");
    }
    return new Answer(answer.result(), opened);
  }

  /** Says something that has no answer. */
  void tell(Map<String, String> session, McpApi.Message message, Deadline deadline)
      throws TroubleException {
    ResponseBody nothing = execute(api.tell(endpoint, session, message), deadline).body();
    if (nothing != null) {
      nothing.close();
    }
  }

  /** The rest of a stream that broke off after this event. */
  ResponseBody resume(Map<String, String> session, String lastEvent, Deadline deadline)
      throws TroubleException {
    return body(execute(api.resume(endpoint, session, lastEvent), deadline));
  }

  private static Response<ResponseBody> execute(Call<ResponseBody> call, Deadline deadline)
      throws TroubleException {
    if (deadline.over()) {
      throw TroubleException.of("its time was over");
    }
    // Nought would mean no limit at all.
    call.timeout().timeout(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
    try {
      Response<ResponseBody> response = call.execute();
      if (!response.isSuccessful()) {
        throw TroubleException.ofStatus(response.code());
      }
      return response;
    } catch (IOException e) {
      throw TroubleException.of(Failure.of(e).reason());
    }
  }

  private static ResponseBody body(Response<ResponseBody> response) throws TroubleException {
    @Nullable ResponseBody body = response.body();
    if (body == null) {
      throw TroubleException.of("an empty answer");
    }
    return body;
  }

  private static String code(McpApi.Fault fault) {
    return fault.code() instanceof Number code
        ? String.valueOf(code.longValue())
        : "without a code";
  }
}
