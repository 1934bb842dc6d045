package dev.moltbot.adapter.scripted;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.util.function.Consumer;

/** A far side that takes everything its channel would take. */
final class ScriptedSender implements ChannelSender {
  private static final TextLimit LIMIT = TextLimit.bytes(1_000);

  private final AccountId account;
  private final Consumer<OutboundMessage> delivered;

  ScriptedSender(AccountId account, Consumer<OutboundMessage> delivered) {
    this.account = account;
    this.delivered = delivered;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    delivered.accept(message);
    return new SendOutcome.Delivered("scripted-" + message.approval().value());
  }
}
