package dev.moltbot.example;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A channel that is nothing but two lists: tickets and their answers. */
final class TicketChannel implements ChannelReader, ChannelSender {
  private final AccountId account;
  private final List<InboundMessage> tickets = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  TicketChannel(String name) {
    this.account = new AccountId(new ChannelId("ticket"), name);
  }

  synchronized void write(String who, String text) {
    tickets.add(
        new InboundMessage(
            new MessageId(account, "ticket-" + tickets.size()),
            new ConversationId(account, "with-" + who),
            Sender.of(new Address(who), new UntrustedText(who)),
            new Content(UntrustedText.NONE, new UntrustedText(text)),
            Instant.now().minus(Duration.ofMinutes(1)),
            Threading.NONE,
            Set.of()));
  }

  synchronized List<String> answers() {
    return List.copyOf(answers);
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public synchronized ReadResult read(Cursor from, int limit, Duration wait) {
    int start = from.atStart() ? 0 : Integer.parseInt(from.value());
    int end = Math.min(tickets.size(), start + limit);
    var next = new Cursor(Integer.toString(end));
    return new ReadResult.Batch(tickets.subList(start, end), List.of(), next, end < tickets.size());
  }

  @Override
  public TextLimit limit() {
    return TextLimit.units(500);
  }

  @Override
  public synchronized SendOutcome deliver(OutboundMessage message) {
    answers.add(message.text().value());
    return new SendOutcome.Delivered("answer-" + answers.size());
  }
}
