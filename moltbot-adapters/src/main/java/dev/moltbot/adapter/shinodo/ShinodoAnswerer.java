package dev.moltbot.adapter.shinodo;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Refusal;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.Question;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Answers over A2A: finds the agent by its card, sends the question as one text part, and asks for
 * the task until it is done. Keeps nothing: the task's name is kept with the question.
 */
final class ShinodoAnswerer implements Answerer {
  private static final int TASK_NOT_FOUND = -32_001;
  private static final List<String> TEXT = List.of("text/plain");

  private final A2aApi api;
  private final Calls calls;
  private final HttpUrl base;

  ShinodoAnswerer(A2aApi api, Calls calls, URI base) {
    this.api = api;
    this.calls = calls;
    this.base = HttpUrl.get(base.toString());
  }

  @Override
  public String name() {
    return ShinodoContext.NAME;
  }

  @Override
  public String remedy() {
    return "";
  }

  @Override
  public Result ask(Question question) {
    return got(
        api.agentCard(),
        card ->
            endpoint(card)
                .map(endpoint -> ask(question, endpoint))
                .orElseGet(() ->
                    new Result.Refused(
                        "its agent card names no JSON-RPC interface of A2A 1.x at the address of"
                            + " SHINODO_URL")));
  }

  private Result ask(Question question, String endpoint) {
    return switch (question.stage()) {
      case Question.Stage.Open(String reference, int misses) ->
          reference.isEmpty() ? send(question, endpoint) : look(reference, endpoint);
      case Question.Stage.Answered answered -> new Result.Answered(answered.answer());
      case Question.Stage.Failed failed -> new Result.Refused(failed.reason());
    };
  }

  /** Under the question's own id, by which an agent can tell a repetition. */
  private Result send(Question question, String endpoint) {
    var message =
        new A2aApi.Message(
            question.id().value().toString(),
            "ROLE_USER",
            List.of(new A2aApi.Part(question.text().value())));
    var params = new A2aApi.SendParams(message, new A2aApi.Configuration(TEXT, true));
    return got(
        api.sendMessage(endpoint, new A2aApi.Send("2.0", 1, "SendMessage", params)),
        reply -> fault(reply.error()).orElseGet(() -> TaskReading.of(reply.result())));
  }

  private Result look(String reference, String endpoint) {
    var params = new A2aApi.LookParams(reference, 0);
    return got(
        api.getTask(endpoint, new A2aApi.Look("2.0", 1, "GetTask", params)),
        reply -> fault(reply.error()).orElseGet(() -> TaskReading.of(reply.result())));
  }

  private <T> Result got(Call<T> call, Function<T, Result> next) {
    return switch (calls.make(call)) {
      case Answer.Done<T>(T body) -> next.apply(body);
      case Answer.Declined<T>(Refusal refusal) -> declined(refusal);
      case Answer.Lost<T> lost ->
          new Result.Unavailable("it cannot be reached (" + lost.failure().reason() + ")");
    };
  }

  private static Result declined(Refusal refusal) {
    return switch (refusal.kind()) {
      case THROTTLED, NOT_NOW, OUT_OF_ORDER ->
          new Result.Unavailable("it is not ready (" + refusal.reason() + ")");
      case REVOKED, FORBIDDEN, WRONG -> new Result.Refused("it refused (" + refusal.reason() + ")");
    };
  }

  private static Optional<Result> fault(A2aApi.@Nullable Fault fault) {
    if (fault == null) {
      return Optional.empty();
    }
    long code = fault.code() == null ? 0 : fault.code().longValue();
    return Optional.of(
        new Result.Refused(
            code == TASK_NOT_FOUND
                ? "it no longer knows what it was asked; ask again"
                : "it refused (JSON-RPC error " + code + ")"));
  }

  /**
   * The way to the agent: of what its card says only the path counts, and only where the rest of
   * the address is ours. A card that names another host or port is not followed.
   */
  private Optional<String> endpoint(A2aApi.Card card) {
    return Objects.<List<A2aApi.@Nullable Interface>>requireNonNullElse(
            card.supportedInterfaces(), List.of())
        .stream()
        .filter(one -> one != null && "JSONRPC".equals(one.protocolBinding()))
        .filter(one -> Objects.requireNonNullElse(one.protocolVersion(), "").matches("1\\.\\d+.*"))
        .map(one -> HttpUrl.parse(Objects.requireNonNullElse(one.url(), "")))
        .filter(url -> url != null && isHere(url))
        .map(url -> base.newBuilder().encodedPath(url.encodedPath()).build().toString())
        .findFirst();
  }

  private boolean isHere(HttpUrl url) {
    boolean name = List.of("localhost", "127.0.0.1", "::1", base.host()).contains(url.host());
    return name && url.port() == base.port() && url.scheme().equals(base.scheme());
  }
}
