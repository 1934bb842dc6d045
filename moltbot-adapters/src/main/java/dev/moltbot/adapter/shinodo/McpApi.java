package dev.moltbot.adapter.shinodo;

import java.util.List;
import java.util.Map;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.HeaderMap;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/**
 * The part of MCP's streamable HTTP transport that we speak: one address, and a name of its own for
 * each message, so that the record of calls says which it was. An answer is JSON or a stream of
 * events; both are read by {@link AnswerReading}.
 */
interface McpApi {
  String JSON_OR_EVENTS = "Accept: application/json, text/event-stream";

  @Streaming
  @Headers(JSON_OR_EVENTS)
  @POST
  Call<ResponseBody> initialize(
      @Url String endpoint, @HeaderMap Map<String, String> session, @Body Message message);

  @Streaming
  @Headers(JSON_OR_EVENTS)
  @POST
  Call<ResponseBody> listTools(
      @Url String endpoint, @HeaderMap Map<String, String> session, @Body Message message);

  @Streaming
  @Headers(JSON_OR_EVENTS)
  @POST
  Call<ResponseBody> callTool(
      @Url String endpoint, @HeaderMap Map<String, String> session, @Body Message message);

  /** A notification of ours, or our answer to what the server asked. */
  @Headers(JSON_OR_EVENTS)
  @POST
  Call<ResponseBody> tell(
      @Url String endpoint, @HeaderMap Map<String, String> session, @Body Message message);

  /** Goes on with a stream that broke off. */
  @Streaming
  @Headers("Accept: text/event-stream")
  @GET
  Call<ResponseBody> resume(
      @Url String endpoint,
      @HeaderMap Map<String, String> session,
      @Header("Last-Event-ID") String lastEvent);

  /** Any message of JSON-RPC 2.0: a request, a notification, or an answer. */
  record Message(
      @Nullable String jsonrpc,
      @Nullable Object id,
      @Nullable String method,
      @Nullable Object params,
      @Nullable Object result,
      @Nullable Fault error) {

    static Message request(long id, String method, Map<String, ?> params) {
      return new Message("2.0", id, method, params, null, null);
    }

    static Message notification(String method) {
      return new Message("2.0", null, method, null, null, null);
    }
  }

  record Fault(@Nullable Object code, @Nullable String message) {}

  record Initialized(@Nullable String protocolVersion, @Nullable Capabilities capabilities) {}

  record Capabilities(@Nullable Object tools) {}

  record ToolPage(@Nullable List<@Nullable Announced> tools, @Nullable String nextCursor) {}

  record Announced(@Nullable String name, @Nullable Annotations annotations) {}

  record Annotations(@Nullable Boolean readOnlyHint) {}

  record ToolAnswer(
      @Nullable List<@Nullable Content> content,
      @Nullable Object structuredContent,
      @Nullable Boolean isError) {}

  record Content(@Nullable String type, @Nullable String text, @Nullable Resource resource) {}

  record Resource(@Nullable String text) {}
}
