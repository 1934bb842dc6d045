package dev.moltbot.app.onboarding;

import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.claude.ClaudeModule;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Settings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** The key for Claude, tried by letting Anthropic count the tokens of one word. */
final class ClaudePart {
  private final Asking asking;
  private final Records records;

  ClaudePart(Asking asking, Records records) {
    this.asking = asking;
    this.records = records;
  }

  End key() {
    return asking.ask(Question.of(ClaudeConfig.KEY).tried(this::health));
  }

  private Health health(Settings settings) {
    var config = ClaudeConfig.from(settings, "", Map.of());
    return ClaudeModule.check(config, records.clients(), InstantSource.system(), new SecureRandom())
        .check();
  }
}
