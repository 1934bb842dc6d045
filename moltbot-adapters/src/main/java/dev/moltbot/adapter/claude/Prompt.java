package dev.moltbot.adapter.claude;

import com.squareup.moshi.Moshi;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.message.ChannelId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns a request into what Claude reads. The system prompt holds what we and the owner say, the
 * user turn what others wrote, and nothing crosses over. What stays the same comes first, so that
 * the API can cache it: the task and the persona for all calls, the skill for those of one channel.
 */
final class Prompt {
  /** Longest answer, thinking included, in tokens. */
  static final int MAX_TOKENS = 8_192;

  private static final String SCHEMA = "answer.schema.json";
  private static final String INSTRUCTIONS = "instructions.md";
  private static final String CONTEXT = "context.md";

  private final ClaudeConfig config;
  private final Quotation quotation;
  private final String instructions = resource(INSTRUCTIONS);
  private final String aboutContext = resource(CONTEXT);
  private final ClaudeApi.OutputConfig output;

  Prompt(ClaudeConfig config, Moshi moshi) {
    this.config = config;
    this.quotation = new Quotation(moshi);
    this.output = new ClaudeApi.OutputConfig(new ClaudeApi.Format("json_schema", schema(moshi)));
  }

  ClaudeApi.Ask of(DraftRequest request) {
    return new ClaudeApi.Ask(
        config.model(),
        MAX_TOKENS,
        system(request),
        List.of(new ClaudeApi.Turn("user", quotation.of(request))),
        output);
  }

  private List<ClaudeApi.Block> system(DraftRequest request) {
    var blocks = new ArrayList<ClaudeApi.Block>();
    blocks.add(
        ClaudeApi.Block.cached(instructions + section("Who you write as", config.identity())));
    blocks.add(ClaudeApi.Block.cached(channel(request)));
    if (!request.context().isEmpty()) {
      blocks.add(ClaudeApi.Block.text(aboutContext));
    }
    if (!request.instruction().isBlank()) {
      String wish = section("The owner's wish for this draft", request.instruction());
      blocks.add(ClaudeApi.Block.text(wish));
    }
    return blocks;
  }

  private String channel(DraftRequest request) {
    ChannelId channel = request.conversation().id().channel();
    return "# The channel\n\nThis conversation is on %s. A reply there may have at most %s.\n"
            .formatted(channel, request.limit())
        + section("How to write on " + channel, config.skill(channel));
  }

  private static String section(String title, String text) {
    return text.isBlank() ? "" : "\n# " + title + "\n\n" + text.strip() + "\n";
  }

  @SuppressWarnings("unchecked") // A JSON object is read as a map from names to values.
  private static Map<String, ?> schema(Moshi moshi) {
    try {
      return (Map<String, ?>)
          Objects.requireNonNull(moshi.adapter(Object.class).fromJson(resource(SCHEMA)));
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA + " is not JSON", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Prompt.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
