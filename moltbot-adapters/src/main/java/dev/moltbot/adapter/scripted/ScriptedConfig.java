package dev.moltbot.adapter.scripted;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.message.InboundMessage;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is played.
 *
 * @param messages in any order; each account mentioned gets a reader and a sender
 * @param delivered told of each reply that reaches its far side
 */
public record ScriptedConfig(List<InboundMessage> messages, Consumer<OutboundMessage> delivered) {

  public ScriptedConfig {
    messages = List.copyOf(messages);
  }
}
