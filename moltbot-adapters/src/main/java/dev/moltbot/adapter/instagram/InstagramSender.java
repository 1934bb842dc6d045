package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Sendings;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.time.Duration;

/** Answers the person who wrote, within the day Instagram gives for it. */
final class InstagramSender implements ChannelSender {
  /** What Instagram takes in one message. */
  static final TextLimit LIMIT = TextLimit.bytes(1_000);

  /** How long Instagram takes an answer. Longer is only for replies no program had a part in. */
  static final ReplyWindow WINDOW = new ReplyWindow(Duration.ofHours(24));

  private final Graph graph;
  private final AccountId account;

  InstagramSender(Graph graph, AccountId account) {
    this.graph = graph;
    this.account = account;
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
  public ReplyWindow window() {
    return WINDOW;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    String person = message.to().recipients().getFirst().value();
    var answer = graph.send(person, message.text().value());
    return Sendings.outcome(Graph.WORDS.service(), answer, InstagramApi.Sent::message_id);
  }
}
