package dev.moltbot.adapter.linkedin;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;

/** Sends nothing: drafts are made to fit, and handed to the owner. */
record HandSender(AccountId account) implements ChannelSender {

  @Override
  public TextLimit limit() {
    return LinkedInSender.LIMIT;
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    return new SendOutcome.Refused(HandPart.WORDS);
  }
}
