package dev.moltbot.adapter.claude;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;

/** The methods of the Messages API we call, spelled as Anthropic spells it. */
interface ClaudeApi {

  @Headers("anthropic-version: 2023-06-01")
  @POST("v1/messages")
  Call<Message> createMessage(@Header("x-api-key") String key, @Body Ask ask);

  /** Costs nothing, and needs the same key and model as a draft. */
  @Headers("anthropic-version: 2023-06-01")
  @POST("v1/messages/count_tokens")
  Call<Count> countTokens(@Header("x-api-key") String key, @Body CountAsk ask);

  record CountAsk(String model, List<Turn> messages) {}

  record Count(@Nullable Long input_tokens) {}

  /** No tools, and no temperature: newer models refuse one that is not the default. */
  record Ask(
      String model,
      int max_tokens,
      List<Block> system,
      List<Turn> messages,
      OutputConfig output_config) {}

  record Block(String type, String text, @Nullable CacheControl cache_control) {
    static Block text(String text) {
      return new Block("text", text, null);
    }

    /** Everything up to and including this block may be kept by the API for the next call. */
    static Block cached(String text) {
      return new Block("text", text, new CacheControl("ephemeral"));
    }
  }

  record CacheControl(String type) {}

  record Turn(String role, String content) {}

  record OutputConfig(Format format) {}

  record Format(String type, Map<String, ?> schema) {}

  record Message(
      @Nullable String id,
      @Nullable String model,
      @Nullable String stop_reason,
      @Nullable List<@Nullable Content> content,
      @Nullable Usage usage) {}

  record Content(@Nullable String type, @Nullable String text) {}

  record Usage(
      @Nullable Long input_tokens,
      @Nullable Long output_tokens,
      @Nullable Long cache_read_input_tokens,
      @Nullable Long cache_creation_input_tokens) {}

  record Problem(@Nullable Fault error, @Nullable String request_id) {}

  record Fault(@Nullable String type, @Nullable String message, @Nullable FaultDetails details) {}

  record FaultDetails(@Nullable String error_code) {}
}
