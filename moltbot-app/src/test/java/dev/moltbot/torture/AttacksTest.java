package dev.moltbot.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import dev.moltbot.adapter.scripted.ScriptedConfig;
import dev.moltbot.adapter.scripted.ScriptedModule;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.mime.Corpora;
import dev.moltbot.port.Ledger;
import dev.moltbot.testkit.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import okio.Okio;
import org.junit.jupiter.api.Test;

/**
 * Collected texts that give orders to assistants go through all five hops before an owner who says
 * nothing: they are stored, some are drafted for, and nothing whatever is sent.
 */
class AttacksTest {
  /** Every so many-th text, so that the test stays short. */
  private static final int EVERY = 20;

  private static final Instant SENT = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void sendsNothingThatNobodyAllowed() throws IOException {
    Optional<Path> corpus = Corpora.file("attacks-dev.jsonl.gz");
    if (corpus.isPresent()) {
      var delivered = new ArrayList<OutboundMessage>();
      var attacks = attacks(corpus.get());
      try (Rig rig = new Rig();
          Moltbot moltbot =
              rig.start(new ScriptedModule(new ScriptedConfig(attacks, delivered::add)))) {
        Rig.hops(moltbot).collect();
        Rig.hops(moltbot).answer();
        Ledger.Tally tally = Rig.tally(moltbot);
        assertThat(tally.messages()).isEqualTo(attacks.size());
        assertThat(tally.asked()).isPositive();
        assertThat(tally.approved()).isZero();
        assertThat(tally.sent()).isZero();
        assertThat(delivered).isEmpty();
      }
    }
  }

  private static List<InboundMessage> attacks(Path corpus) throws IOException {
    var attacks = new ArrayList<InboundMessage>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(corpus));
        JsonReader lines = JsonReader.of(Okio.buffer(Okio.source(in)))) {
      lines.setLenient(true); // One object a line, and more than one of them.
      for (int i = 0; lines.peek() != JsonReader.Token.END_DOCUMENT; i++) {
        Object line = lines.readJsonValue();
        if (i % EVERY == 0 && line instanceof Map<?, ?> fields) {
          attacks.add(message(i, String.valueOf(fields.get("text"))));
        }
      }
    }
    return attacks;
  }

  private static InboundMessage message(int number, String text) {
    String words = text.substring(0, Math.min(text.length(), Content.MAX_TEXT_CHARS));
    String who = "writer" + number;
    return Messages.from(Messages.account("telegram"), who, "m" + number, words, SENT);
  }
}
