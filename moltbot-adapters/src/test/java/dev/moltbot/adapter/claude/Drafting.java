package dev.moltbot.adapter.claude;

import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Conversation;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.RecordedAudit;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A drafter of ours in front of the fake, and requests for it. */
final class Drafting implements AutoCloseable {
  static final String KEY = "sk-ant-canary-4711";
  static final ChannelId GMAIL = new ChannelId("gmail");
  static final TextLimit LIMIT = TextLimit.bytes(1_000);
  static final Duration TIMEOUT = Duration.ofMillis(2_500);

  final FakeAnthropic anthropic = new FakeAnthropic(KEY);
  final SettableTime time = new SettableTime();
  final RecordedAudit audit = new RecordedAudit();
  final Drafter drafter = drafter(config(anthropic, KEY, ClaudeConfig.DEFAULT_MODEL));

  DraftResult draft(String words) {
    return drafter.draft(request(words));
  }

  Drafter drafter(ClaudeConfig config) {
    var clients = new HttpClients(call -> {}, System::nanoTime);
    return new ClaudeDrafter(
        ClaudeModule.api(config, clients, TIMEOUT),
        config,
        audit,
        time,
        new Backoff(new Random(1)));
  }

  static ClaudeConfig config(FakeAnthropic anthropic, String key, String model) {
    return new ClaudeConfig(
        anthropic.url(),
        Secret.of(key),
        model,
        "You write as Olena, kindly and briefly.",
        Map.of(GMAIL, "Greet by first name."));
  }

  static DraftRequest request(String words) {
    return request(Messages.fromAda(Messages.account("gmail"), "m1", words));
  }

  static DraftRequest request(InboundMessage... messages) {
    var conversation = new Conversation(messages[0].conversation(), List.of(messages));
    return new DraftRequest(conversation, "", "", LIMIT);
  }

  @Override
  public void close() {
    anthropic.close();
  }
}
