package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Anthropic's own Java types read what we send, and what our fake answers. */
class IndependentModelTest {

  @Test
  void theirTypesReadOurRequest() throws IOException {
    try (var drafting = new Drafting()) {
      drafting.draft("When can we meet?");
      MessageCreateParams.Body body =
          ObjectMappers.jsonMapper()
              .readValue(drafting.anthropic.accepted().getFirst(), MessageCreateParams.Body.class)
              .validate();
      assertThat(body._additionalProperties()).isEmpty();
      assertThat(body.model().asString()).isEqualTo("claude-opus-5-5");
      assertThat(body.maxTokens()).isEqualTo(Prompt.MAX_TOKENS);
      assertThat(body.tools()).isEmpty();
      assertThat(body.messages()).hasSize(1);
      assertThat(body.outputConfig().orElseThrow().format()).isPresent();
      assertThat(body.system().orElseThrow().asTextBlockParams())
          .hasSize(2)
          .allMatch(block -> block.cacheControl().isPresent());
    }
  }

  @Test
  void theirTypesReadOurFakesAnswer() throws IOException {
    String json = FakeAnthropic.message("claude-opus-5-5", "words", "end_turn", 3, 4);
    Message message = ObjectMappers.jsonMapper().readValue(json, Message.class).validate();
    assertThat(message._additionalProperties()).isEmpty();
    assertThat(message.usage()._additionalProperties()).isEmpty();
    assertThat(message.usage().cacheReadInputTokens()).contains(4L);
    assertThat(message.content().getFirst().asText().text()).isEqualTo("words");
  }
}
