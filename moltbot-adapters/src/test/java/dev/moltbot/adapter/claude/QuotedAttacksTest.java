package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.text.InvisibleText;
import dev.moltbot.wire.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Thousands of collected attacks, none of which leaves its quotation or reaches the system prompt.
 */
class QuotedAttacksTest {
  private static final Path ATTACKS =
      Path.of(Optional.ofNullable(System.getenv("MOLTBOT_CORPORA")).orElse("../../shared/corpora"))
          .resolve("attacks-dev.jsonl.gz");
  private static final Moshi MOSHI = new Moshi.Builder().build();

  private final Prompt prompt =
      new Prompt(
          new ClaudeConfig(
              ClaudeConfig.ANTHROPIC, Secret.of("any"), ClaudeConfig.DEFAULT_MODEL, "", Map.of()),
          MOSHI);

  @Test
  void everyAttackStaysInItsQuotation() throws IOException {
    Object harmless = prompt.of(Drafting.request("hello")).system();
    int attacks = 0;
    try (BufferedReader lines = lines()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = text(line);
        ClaudeApi.Ask ask = prompt.of(Drafting.request(text));
        assertThat(ask.system()).isEqualTo(harmless);
        assertThat(quoted(ask)).isEqualTo(InvisibleText.removeFrom(text));
        attacks++;
      }
    }
    assertThat(attacks).isGreaterThan(1_000);
  }

  /** The one message of a document in which nothing else may stand. */
  private static String quoted(ClaudeApi.Ask ask) throws IOException {
    String turn = ask.messages().getFirst().content();
    assertThat(turn).doesNotContain("\n").doesNotContain("<");
    var json = MOSHI.adapter(Quotation.Wire.Quoted.class).failOnUnknown();
    Quotation.Wire.Quoted document = Objects.requireNonNull(json.fromJson(turn));
    assertThat(document.messages()).hasSize(1);
    assertThat(document.messages().getFirst().from()).isEqualTo("person 1");
    return document.messages().getFirst().text();
  }

  private static String text(String line) throws IOException {
    Object text =
        MOSHI.adapter(Object.class).fromJson(line) instanceof Map<?, ?> object
            ? object.get("text")
            : null;
    String words = String.valueOf(text);
    return words.substring(0, Math.min(words.length(), Content.MAX_TEXT_CHARS));
  }

  private static BufferedReader lines() throws IOException {
    if (!Files.isReadable(ATTACKS)) {
      System.out.println("skipped: no " + ATTACKS + " (set MOLTBOT_CORPORA)");
      throw new TestAbortedException("no corpus");
    }
    var unzipped = new GZIPInputStream(Files.newInputStream(ATTACKS));
    return new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8));
  }
}
