package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.DraftResult;
import dev.moltbot.wire.RetryAfter;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way the API says no or nothing: wait, give up this one, or stop for the owner. */
class ClaudeErrorsTest {
  private static final String RATE = "rate_limit_error";

  private final Drafting drafting = new Drafting();

  @AfterEach
  void stop() {
    drafting.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, authentication_error, invalid x-api-key, valid API key",
    "402, billing_error, canary, console",
    "403, permission_error, canary, another key",
    "404, not_found_error, model: canary, choose a model",
    "400, invalid_request_error, Your credit balance is too low, add credit",
    "400, invalid_request_error, You have reached your specified API usage limits, raise the limit"
  })
  void stopsForTheOwnerWithARemedy(int status, String type, String message, String remedy) {
    drafting.anthropic.fails(status, type, message);
    var stopped = (DraftResult.Stopped) drafting.draft("hi");
    assertThat(stopped.remedy()).contains(remedy);
    assertThat(stopped.reason()).contains("HTTP " + status).doesNotContain("canary");
  }

  @Test
  void doesNotWaitForASpendLimitToPass() {
    drafting.anthropic.responds(
        FakeAnthropic.problem(
            429, RATE, "limit", "{\"error_code\":\"enforced_spend_limit_reached\"}"));
    assertThat(drafting.draft("hi")).isInstanceOf(DraftResult.Stopped.class);
    assertThat(drafting.anthropic.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"17, PT17S", "'Thu, 01 Jan 2026 12:00:40 GMT', PT40S", "1000000000, PT1H"})
  void waitsAsLongAsARateLimitSays(String header, Duration wait) {
    drafting.anthropic.responds(
        FakeAnthropic.problem(429, RATE, "slow down", "null")
            .newBuilder()
            .setHeader("retry-after", header)
            .build());
    assertThat(unavailable().retryAfter()).isEqualTo(wait).isLessThanOrEqualTo(RetryAfter.MAX);
  }

  @Test
  void waitsLongerEachTimeAndAsksTheSameModelAgain() {
    for (int i = 0; i < 6; i++) {
      drafting.anthropic.fails(529, "overloaded_error", "Overloaded");
      Duration full = Backoff.FIRST.multipliedBy(1L << i);
      assertThat(unavailable().retryAfter()).isBetween(full.dividedBy(2), full);
    }
    assertThat(drafting.draft("hi")).isInstanceOf(DraftResult.Drafted.class);
    assertThat(drafting.anthropic.accepted())
        .hasSize(7)
        .allMatch(body -> body.contains("\"model\":\"claude-opus-5-5\""));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 409, 429, 500, 502, 503, 504, 529})
  void waitsWhenTheServiceIsBusy(int status) {
    drafting.anthropic.responds(
        new MockResponse.Builder().code(status).body("<html>a gateway's page</html>").build());
    unavailable();
    assertThat(drafting.anthropic.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"400, prompt is too long: canary", "413, canary", "422, canary"})
  void givesUpOneConversationThatCannotBeDrafted(int status, String message) {
    drafting.anthropic.fails(status, "invalid_request_error", message);
    var declined = (DraftResult.Declined) drafting.draft("hi");
    assertThat(declined.reason()).contains("HTTP " + status).doesNotContain("canary");
  }

  @Test
  void waitsWhenTheAnswerIsCutOrNeverComes() {
    String whole = FakeAnthropic.message("claude-opus-5-5", "x".repeat(5_000), "end_turn", 0, 0);
    drafting.anthropic.responds(
        new MockResponse.Builder()
            .body(whole)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    unavailable();
    drafting.anthropic.responds(new MockResponse.Builder().body(whole.substring(0, 100)).build());
    unavailable();
    drafting.anthropic.responds(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    unavailable();
    drafting.anthropic.responds(
        new MockResponse.Builder()
            .body("x".repeat((int) ClaudeModule.MAX_RESPONSE_BYTES + 1))
            .build());
    unavailable();
  }

  @Test
  void waitsWhenNobodyListens() {
    drafting.anthropic.close();
    assertThat(unavailable().reason()).contains("before the call left");
  }

  @Test
  void tellsAWrongKeyFromAWrongModelAgainstTheRulesThemselves() {
    var wrongKey = Drafting.config(drafting.anthropic, "sk-ant-wrong", "claude-opus-5-5");
    var wrongModel = Drafting.config(drafting.anthropic, Drafting.KEY, "claude-opus-9-9");
    assertThat(drafting.drafter(wrongKey).draft(Drafting.request("hi")))
        .asString()
        .contains("401")
        .doesNotContain("sk-ant");
    assertThat(drafting.drafter(wrongModel).draft(Drafting.request("hi")))
        .asString()
        .contains("404", "claude-opus-9-9");
  }

  private DraftResult.Unavailable unavailable() {
    var unavailable = (DraftResult.Unavailable) drafting.draft("hi");
    assertThat(unavailable.retryAfter()).isPositive();
    assertThat(unavailable.reason()).doesNotContain(Drafting.KEY).doesNotContain("127.0.0.1");
    return unavailable;
  }
}
