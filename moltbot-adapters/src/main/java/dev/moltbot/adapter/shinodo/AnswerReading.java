package dev.moltbot.adapter.shinodo;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.wire.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Looks for the answer to one request. Used once, by one thread. */
final class AnswerReading {
  /** Most times a broken stream is taken up again. */
  static final int MAX_RESUMES = 3;

  /** Most events read for one answer. */
  static final int MAX_EVENTS = 1_000;

  /** Most requests of the server's that are refused before the answer. */
  static final int MAX_REFUSED = 10;

  /** Longest name of an event that a stream is resumed from. */
  static final int MAX_EVENT_ID_CHARS = 1_000;

  /** Wait before a stream is taken up again where the server does not say, in milliseconds. */
  private static final long DEFAULT_RETRY_MILLIS = 200;

  private static final long NOT_SUPPORTED = -32_601;

  private final McpExchange exchange;
  private final JsonAdapter<McpApi.Message> messages;
  private final JsonAdapter<Object> any;
  private final Asked asked;
  private String lastEvent = "";
  private long retryMillis = DEFAULT_RETRY_MILLIS;
  private int events;
  private int refused;

  AnswerReading(McpExchange exchange, Moshi moshi, Asked asked) {
    this.exchange = exchange;
    this.messages = moshi.adapter(McpApi.Message.class);
    this.any = moshi.adapter(Object.class);
    this.asked = asked;
  }

  /** What is to be answered, in which session, and by when. */
  record Asked(Map<String, String> session, McpApi.Message request, Deadline deadline) {}

  McpApi.Message of(ResponseBody body) throws TroubleException {
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

  private static boolean isStream(ResponseBody body) {
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
      body = exchange.resume(asked.session(), lastEvent, asked.deadline());
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
      if (asked.deadline().over() || lastEvent.isEmpty()) {
        throw TroubleException.of(Failure.of(e).reason());
      }
    }
    return Optional.empty();
  }

  private void note(EventStream.Event event) {
    lastEvent = fitsHeader(event.id()) ? event.id() : lastEvent;
    retryMillis = event.retryMillis() < 0 ? retryMillis : event.retryMillis();
  }

  /** It goes back in a header, which cannot carry everything a server may call an event. */
  private static boolean fitsHeader(String id) {
    return !id.isEmpty()
        && id.length() <= MAX_EVENT_ID_CHARS
        && id.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** Our answer among what is in the text; what the server asks besides is answered on the way. */
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
        && asked.request().id() instanceof Number ours
        && id.longValue() == ours.longValue();
  }

  /** A server may ask whether we are there. It may ask for nothing else, and gets nothing. */
  private void refuse(McpApi.@Nullable Message message) throws TroubleException {
    if (message == null || message.method() == null || message.id() == null) {
      return;
    }
    if (++refused > MAX_REFUSED) {
      throw TroubleException.of("it asked instead of answering");
    }
    boolean ping = message.method().equals("ping");
    McpApi.@Nullable Fault no = ping ? null : new McpApi.Fault(NOT_SUPPORTED, "not supported");
    Object id = message.id() instanceof Number number ? number.longValue() : message.id();
    var answer = new McpApi.Message("2.0", id, null, null, ping ? Map.of() : null, no);
    exchange.tell(asked.session(), answer, asked.deadline());
  }

  private void pause() throws TroubleException {
    try {
      Thread.sleep(Math.min(retryMillis, asked.deadline().left().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TroubleException.of("interrupted");
    }
  }
}
