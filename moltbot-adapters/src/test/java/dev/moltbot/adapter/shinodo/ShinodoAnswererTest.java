package dev.moltbot.adapter.shinodo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.Answerer.Result;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over A2A: handed over, looked after, and every way they can end. */
class ShinodoAnswererTest {
  private static final Duration IMPATIENT = Duration.ofMillis(1_500);

  private final FakeShinodo shinodo = new FakeShinodo();
  private final Answerer answerer = new Asking(shinodo.url(), IMPATIENT).answerer();

  @AfterEach
  void close() {
    shinodo.close();
  }

  @Test
  void sendsTheWordsAndNothingElse() {
    assertThat(ask("When do I fly?")).isEqualTo(answered("At six."));
    Map<?, ?> sent = FakeShinodo.object(shinodo.service.requests().getLast().body());
    assertThat(sent)
        .isEqualTo(
            FakeShinodo.object(
                """
                {"jsonrpc":"2.0","id":1,"method":"SendMessage","params":{"message":{
                 "messageId":"00000000-0000-000f-0000-000000000001","role":"ROLE_USER",
                 "parts":[{"text":"When do I fly?"}]},
                 "configuration":{"acceptedOutputModes":["text/plain"],"returnImmediately":true}}}
                """));
  }

  @Test
  void asksForTheTaskUntilItIsDone() {
    shinodo.agentSays.clear();
    shinodo.agentSays.add(FakeShinodo.task("TASK_STATE_SUBMITTED", ""));
    shinodo.agentSays.add(FakeShinodo.task("TASK_STATE_WORKING", "not yet"));
    shinodo.agentSays.add(FakeShinodo.task("TASK_STATE_COMPLETED", "At six."));
    assertThat(ask("When?")).isEqualTo(new Result.Working("task-1"));
    assertThat(look()).isEqualTo(new Result.Working("task-1"));
    assertThat(look()).isEqualTo(answered("At six."));
    assertThat(shinodo.methods()).containsExactly("SendMessage", "GetTask", "GetTask");
    assertThat(shinodo.service.requests().getLast().body()).contains("\"id\":\"task-1\"");
  }

  @Test
  void takesAMessageInPlaceOfATask() {
    shinodo.service.next(
        request -> FakeShinodo.is(request, "SendMessage"),
        Reply.ok("{\"result\":{\"message\":{\"parts\":[{\"text\":\"Six.\"},null,{}]}}}"));
    assertThat(ask("When?")).isEqualTo(answered("Six."));
  }

  @ParameterizedTest
  @CsvSource({
    "TASK_STATE_FAILED, it failed at it",
    "TASK_STATE_CANCELED, it gave up",
    "TASK_STATE_REJECTED, it declined",
    "TASK_STATE_AUTH_REQUIRED, it wants a sign-in of its own first",
    "TASK_STATE_LATER, its answer makes no sense"
  })
  void saysHowATaskEnded(String state, String reason) {
    shinodo.agentSays.set(0, FakeShinodo.task(state, "canary"));
    assertThat(ask("When?")).isEqualTo(new Result.Refused(reason));
  }

  @Test
  void showsWhatTheAgentAsksBack() {
    shinodo.agentSays.set(0, FakeShinodo.task("TASK_STATE_INPUT_REQUIRED", ""));
    assertThat(ask("When?")).isEqualTo(answered("a status"));
  }

  @Test
  void boundsALongAnswerAndRefusesAnAbsurdOne() {
    shinodo.agentSays.set(0, FakeShinodo.task("TASK_STATE_COMPLETED", "𝒳".repeat(10_000)));
    assertThat(((Result.Answered) ask("When?")).answer().reveal())
        .endsWith("𝒳\n[…]")
        .hasSizeBetween(Answerer.MAX_ANSWER_CHARS - 1, Answerer.MAX_ANSWER_CHARS);
    shinodo.agentSays.set(0, FakeShinodo.task("TASK_STATE_COMPLETED", "x".repeat(2 << 20)));
    assertThat(ask("When?")).isInstanceOf(Result.Unavailable.class);
  }

  /** A card could send the owner's words anywhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/agent/a2a",
        "http://shinodo.example/agent/a2a",
        "http://127.0.0.1:1/agent/a2a",
        "https://127.0.0.1/agent/a2a",
        "ftp://127.0.0.1/",
        "//",
        ""
      })
  void doesNotFollowACardElsewhere(String address) {
    shinodo.agentAddress = address;
    assertThat(((Result.Refused) ask("When?")).reason()).contains("agent card");
    assertThat(shinodo.methods()).isEmpty();
  }

  @Test
  void takesTheOtherNamesOfThisMachineForOurs() {
    shinodo.agentAddress = "http://localhost:" + shinodo.url().getPort() + "/agent/a2a";
    assertThat(ask("When?")).isEqualTo(answered("At six."));
  }

  static Stream<Reply> passing() {
    return Stream.of(
        Reply.json(429, "{}").with("Retry-After", "3600"),
        Reply.json(429, "{}"),
        Reply.json(500, "canary"),
        Reply.json(503, "{}"),
        Reply.cut(),
        Reply.hangUp(),
        Reply.silence(),
        Reply.ok("canary, no JSON"),
        Reply.ok("[\"canary\"]"),
        Reply.ok("{\"x\":\"" + "y".repeat(2 << 20) + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void isAskedAgainWhenItCouldNotAnswer(Reply fault) {
    for (String step : new String[] {"card", "SendMessage", "GetTask"}) {
      shinodo.service.next(request -> fits(request, step), fault);
      Result result = step.equals("GetTask") ? look() : ask("When?");
      assertThat(((Result.Unavailable) result).reason()).doesNotContain("canary");
    }
    assertThat(ask("When?")).isEqualTo(answered("At six."));
  }

  static Stream<Reply> refusals() {
    return Stream.of(
        Reply.json(400, "canary"),
        Reply.json(401, "{}"),
        Reply.json(404, "{}"),
        Reply.json(302, "").with("Location", "http://127.0.0.1:9/"),
        Reply.ok("{\"error\":{\"code\":-32603,\"message\":\"canary\"}}"),
        Reply.ok("{\"error\":{}}"),
        Reply.ok("{\"result\":{}}"),
        Reply.ok("{}"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isNotAskedAgainWhenItRefused(Reply refusal) {
    for (String step : new String[] {"SendMessage", "GetTask"}) {
      shinodo.service.next(request -> fits(request, step), refusal);
      Result result = step.equals("GetTask") ? look() : ask("When?");
      assertThat(((Result.Refused) result).reason()).isNotBlank().doesNotContain("canary");
    }
  }

  @Test
  void saysWhenTheTaskIsForgotten() {
    shinodo.service.next(
        request -> FakeShinodo.is(request, "GetTask"), Reply.ok("{\"error\":{\"code\":-32001}}"));
    assertThat(((Result.Refused) look()).reason()).contains("no longer knows");
  }

  private static boolean fits(Request request, String step) {
    return step.equals("card")
        ? request.path().endsWith("agent-card.json")
        : FakeShinodo.is(request, step);
  }

  private Result ask(String words) {
    return answerer.ask(Asking.question(words, ""));
  }

  private Result look() {
    return answerer.ask(Asking.question("When?", "task-1"));
  }

  private static Result answered(String words) {
    return new Result.Answered(new UntrustedText(words));
  }
}
