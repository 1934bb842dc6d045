package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.DraftResult;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation in, a draft or a reason out, against an API as strict as the real one. */
class ClaudeDrafterTest {
  private final Drafting drafting = new Drafting();

  @AfterEach
  void stop() {
    drafting.close();
  }

  @Test
  void draftsAReply() {
    drafting.anthropic.says(FakeAnthropic.answer("needs_reply", "Ada asks for a date.", "Friday."));
    var drafted = (DraftResult.Drafted) drafting.draft("When can we meet?");
    assertThat(drafted.reply().value()).isEqualTo("Friday.");
    assertThat(drafted.assessment().category()).isEqualTo(Category.NEEDS_REPLY);
    assertThat(drafting.anthropic.requests()).isEqualTo(1);
    assertThat(drafting.drafter.name()).isEqualTo("claude-opus-5-5");
  }

  @Test
  void recordsWhatEachCallCostAndReadsTheCacheOnTheSecond() {
    drafting.draft("one");
    drafting.draft("two");
    var first = (AuditEvent.ModelUsed) drafting.audit.events().getFirst();
    var second = (AuditEvent.ModelUsed) drafting.audit.events().getLast();
    assertThat(first.model()).isEqualTo("claude-opus-5-5");
    assertThat(first.input()).isEqualTo(100);
    assertThat(first.output()).isPositive();
    assertThat(first.cacheWrite()).isPositive();
    assertThat(first.cacheRead()).isZero();
    assertThat(first.request()).isEqualTo("req_000001");
    assertThat(second.cacheRead()).isEqualTo(first.cacheWrite());
    assertThat(second.cacheWrite()).isZero();
  }

  @Test
  void recordsTheCostOfAnAnswerItCannotUse() {
    drafting.anthropic.says("no JSON at all");
    assertThat(drafting.draft("hi")).isInstanceOf(DraftResult.Declined.class);
    assertThat(drafting.audit.events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "refusal, refused",
    "max_tokens, did not end",
    "model_context_window_exceeded, too long",
    "pause_turn, unknown reason",
    "tool_use, unknown reason",
    "'', unknown reason"
  })
  void makesNoDraftOfAnAnswerThatDidNotEnd(String stopReason, String reason) {
    drafting.anthropic.says(FakeAnthropic.answer("urgent", "s", "half a rep"), stopReason);
    var declined = (DraftResult.Declined) drafting.draft("hi");
    assertThat(declined.reason()).contains(reason);
    assertThat(drafting.audit.events()).hasSize(1);
  }

  @Test
  void ignoresThinkingAndToolCalls() {
    String text = FakeAnthropic.message("claude-opus-5-5", "{}", "end_turn", 0, 0);
    drafting.anthropic.responds(ok(text.replace("\"type\":\"text\"", "\"type\":\"tool_use\"")));
    assertThat(drafting.draft("hi")).isInstanceOf(DraftResult.Declined.class);
  }

  @Test
  void readsNoAnswerOfAModelThatThePolicyRefuses() {
    String answer = FakeAnthropic.answer("urgent", "s", "r");
    drafting.anthropic.responds(
        ok(FakeAnthropic.message("claude-haiku-5-5", answer, "end_turn", 0, 0)));
    var stopped = (DraftResult.Stopped) drafting.draft("hi");
    assertThat(stopped.reason()).contains("haiku");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "[]",
        "{\"content\":7,\"model\":\"claude-opus-5-5\"}",
        "{\"model\":\"claude-opus-5-5\",\"stop_reason\":\"end_turn\",\"content\":[null,{}]}",
        "{\"model\":\"claude-opus-5-5\",\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1.5}}"
      })
  void survivesAnAnswerOfUnknownShape(String body) {
    drafting.anthropic.responds(ok(body));
    assertThat(drafting.draft("hi"))
        .isInstanceOfAny(DraftResult.Declined.class, DraftResult.Stopped.class);
  }

  private static MockResponse ok(String body) {
    return new MockResponse.Builder().body(body).build();
  }
}
