package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** One request, one call, one result; what it cost goes on record whatever came of it. */
final class ClaudeDrafter implements Drafter {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final ClaudeApi api;
  private final ClaudeConfig config;
  private final AuditLog audit;
  private final InstantSource time;
  private final Backoff backoff;
  private final Prompt prompt;
  private final Answers answers;
  private final Problems problems;

  ClaudeDrafter(
      ClaudeApi api, ClaudeConfig config, AuditLog audit, InstantSource time, Backoff backoff) {
    Moshi moshi = new Moshi.Builder().build();
    this.api = api;
    this.config = config;
    this.audit = audit;
    this.time = time;
    this.backoff = backoff;
    this.prompt = new Prompt(config, moshi);
    this.answers = new Answers(moshi);
    this.problems = new Problems(moshi, backoff, config.model());
  }

  @Override
  public String name() {
    return config.model();
  }

  @Override
  public DraftResult draft(DraftRequest request) {
    try {
      return result(request, call(request));
    } catch (IOException e) {
      return problems.of(e);
    } catch (JsonDataException e) {
      return new DraftResult.Declined("Claude's answer has an unknown shape");
    }
  }

  private Response<ClaudeApi.Message> call(DraftRequest request) throws IOException {
    return api.createMessage(config.apiKey().inHeader(), prompt.of(request)).execute();
  }

  private DraftResult result(DraftRequest request, Response<ClaudeApi.Message> response)
      throws IOException {
    ClaudeApi.@Nullable Message message = response.body();
    if (message == null) {
      @Nullable ResponseBody error = response.errorBody();
      String body = error == null ? "" : error.string();
      return problems.of(response.code(), response.headers(), body, time.instant());
    }
    backoff.succeeded();
    record(message, response.headers());
    return intruder(message).orElseGet(() -> read(message, request));
  }

  /** An answer by a model the policy refuses is not read, whoever put it in our model's place. */
  private static Optional<DraftResult> intruder(ClaudeApi.Message message) {
    return ModelPolicy.refusal(Objects.requireNonNullElse(message.model(), ""))
        .map(why ->
            new DraftResult.Stopped(
                "another model answered: " + why, "check " + ClaudeConfig.ADDRESS.key()));
  }

  private DraftResult read(ClaudeApi.Message message, DraftRequest request) {
    return switch (Objects.requireNonNullElse(message.stop_reason(), "")) {
      case "end_turn", "stop_sequence" -> answers.read(text(message), request.limit());
      case "refusal" -> new DraftResult.Declined("Claude refused to answer");
      case "max_tokens" -> new DraftResult.Declined("Claude's answer did not end in time");
      case "model_context_window_exceeded" ->
          new DraftResult.Declined("the conversation is too long for " + config.model());
      default -> new DraftResult.Declined("Claude stopped for an unknown reason");
    };
  }

  /** Text only: thinking is not an answer, and a tool call is answered to nobody. */
  private static String text(ClaudeApi.Message message) {
    List<ClaudeApi.@Nullable Content> blocks =
        Objects.requireNonNullElse(message.content(), List.of());
    var text = new StringBuilder();
    for (ClaudeApi.@Nullable Content block : blocks) {
      if (block != null && "text".equals(block.type()) && block.text() != null) {
        text.append(block.text());
      }
    }
    return text.toString();
  }

  private void record(ClaudeApi.Message message, Headers headers) {
    ClaudeApi.@Nullable Usage usage = message.usage();
    if (usage != null) {
      audit.append(
          new AuditEvent.ModelUsed(
              config.model(),
              tokens(usage.input_tokens()),
              tokens(usage.output_tokens()),
              tokens(usage.cache_read_input_tokens()),
              tokens(usage.cache_creation_input_tokens()),
              requestId(headers)),
          time.instant());
    }
  }

  private static long tokens(@Nullable Long count) {
    return count == null ? 0 : Math.max(count, 0);
  }

  private static String requestId(Headers headers) {
    String id = Objects.requireNonNullElse(headers.get("request-id"), "");
    return REQUEST_ID.matcher(id).matches() ? id : "";
  }
}
