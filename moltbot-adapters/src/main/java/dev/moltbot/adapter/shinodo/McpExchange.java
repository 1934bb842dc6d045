package dev.moltbot.adapter.shinodo;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.wire.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * One request and the answer to it, wherever the server puts that: in JSON, in a stream of events,
 * or in the stream's continuation after it broke off. Thread-safe.
 */
final class McpExchange {
  /** Most times a broken stream is taken up again. */
  static final int MAX_RESUMES = 3;

  /** Most events read for one answer. */
  static final int MAX_EVENTS = 1_000;

  /** Wait before a stream is taken up again where the server does not say, in milliseconds. */
  private static final long DEFAULT_RETRY_MILLIS = 200;

  private static final int NOT_SUPPORTED = -32_601;

  private final McpApi api;
  private final String endpoint;
  private final JsonAdapter<McpApi.Message> messages;
  private final JsonAdapter<Object> any;

  McpExchange(McpApi api, String endpoint, Moshi moshi) {
    this.api = api;
    this.endpoint = endpoint;
    this.messages = moshi.adapter(McpApi.Message.class);
    this.any = moshi.adapter(Object.class);
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
    McpApi.Message answer = new Reading(session, message, deadline).of(response);
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

  private static Response<ResponseBody> execute(Call<ResponseBody> call, Deadline deadline)
      throws TroubleException {
    if (deadline.over()) {
      throw TroubleException.of("its time was over");
    }
    call.timeout().timeout(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
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
    return fault.code() == null ? "without a code" : String.valueOf(fault.code().longValue());
  }

  /** Looks for the answer to one request. Used once, by one thread. */
  private final class Reading {
    private final Map<String, String> session;
    private final McpApi.Message request;
    private final Deadline deadline;
    private String lastEvent = "";
    private long retryMillis = DEFAULT_RETRY_MILLIS;
    private int events;

    Reading(Map<String, String> session, McpApi.Message request, Deadline deadline) {
      this.session = session;
      this.request = request;
      this.deadline = deadline;
    }

    McpApi.Message of(Response<ResponseBody> response) throws TroubleException {
      ResponseBody body = body(response);
      if (isStream(body)) {
        return ofStream(body);
      }
      try (body) {
        return find(body.string())
            .orElseThrow(() -> TroubleException.of("an answer to something else"));
      } catch (IOException e) {
        throw TroubleException.of(Failure.of(e).reason());
      }
    }

    private boolean isStream(ResponseBody body) {
      @Nullable MediaType type = body.contentType();
      return type != null && type.type().equals("text") && type.subtype().equals("event-stream");
    }

    private McpApi.Message ofStream(ResponseBody first) throws TroubleException {
      ResponseBody body = first;
      for (int resumed = 0; ; resumed++) {
        Optional<McpApi.Message> answer = listen(body);
        if (answer.isPresent()) {
          return answer.get();
        }
        if (lastEvent.isEmpty() || resumed == MAX_RESUMES) {
          throw TroubleException.of("the stream of its answer ended early");
        }
        pause();
        body = body(execute(api.resume(endpoint, session, lastEvent), deadline));
      }
    }

    /** Empty when the stream ended or broke off before the answer. */
    private Optional<McpApi.Message> listen(ResponseBody body) throws TroubleException {
      try (body) {
        var stream = new EventStream(body.source());
        EventStream.@Nullable Event event = stream.next();
        while (event != null && ++events <= MAX_EVENTS) {
          note(event);
          Optional<McpApi.Message> answer = find(event.data());
          if (answer.isPresent()) {
            return answer;
          }
          event = stream.next();
        }
      } catch (IOException e) {
        if (deadline.over() || lastEvent.isEmpty()) {
          throw TroubleException.of(Failure.of(e).reason());
        }
      }
      return Optional.empty();
    }

    private void note(EventStream.Event event) {
      lastEvent = event.id().isEmpty() ? lastEvent : event.id();
      retryMillis = event.retryMillis() < 0 ? retryMillis : event.retryMillis();
    }

    /**
     * Our answer among what is in the text; what the server asks besides is answered on the way.
     */
    private Optional<McpApi.Message> find(String text) throws TroubleException {
      if (text.isBlank()) {
        return Optional.empty();
      }
      try {
        @Nullable Object parsed = any.fromJson(text);
        for (Object one : parsed instanceof List<?> batch ? batch : List.of(present(parsed))) {
          McpApi.@Nullable Message message = messages.fromJsonValue(one);
          if (message != null && isAnswer(message)) {
            return Optional.of(message);
          }
          refuse(message);
        }
        return Optional.empty();
      } catch (IOException | JsonDataException e) {
        throw TroubleException.of("an answer that is no JSON-RPC");
      }
    }

    private static Object present(@Nullable Object parsed) {
      return parsed == null ? Map.of() : parsed;
    }

    private boolean isAnswer(McpApi.Message message) {
      return message.method() == null
          && message.id() instanceof Number id
          && request.id() instanceof Number ours
          && id.longValue() == ours.longValue();
    }

    /** A server may ask whether we are there. It may ask for nothing else, and gets nothing. */
    private void refuse(McpApi.@Nullable Message asked) throws TroubleException {
      if (asked == null || asked.method() == null || asked.id() == null) {
        return;
      }
      boolean ping = asked.method().equals("ping");
      McpApi.@Nullable Fault no =
          ping ? null : new McpApi.Fault((double) NOT_SUPPORTED, "not supported");
      tell(
          session,
          new McpApi.Message("2.0", asked.id(), null, null, ping ? Map.of() : null, no),
          deadline);
    }

    private void pause() throws TroubleException {
      try {
        Thread.sleep(Math.min(retryMillis, deadline.left().toMillis()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw TroubleException.of("interrupted");
      }
    }
  }
}
