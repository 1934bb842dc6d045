package dev.moltbot.flow;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendAttempt;
import dev.moltbot.port.SendLookup;
import dev.moltbot.port.SendOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The installed senders, by account. Two senders of one account are a wiring error. */
public final class Senders {
  private final Map<AccountId, ChannelSender> senders;
  private final Map<AccountId, SendLookup> lookups;

  public Senders(Set<ChannelSender> senders, Set<SendLookup> lookups) {
    this.senders =
        senders.stream()
            .collect(Collectors.toUnmodifiableMap(ChannelSender::account, Function.identity()));
    this.lookups =
        lookups.stream()
            .collect(Collectors.toUnmodifiableMap(SendLookup::account, Function.identity()));
  }

  /** Empty when nothing can be sent from this account. */
  Optional<ChannelSender> of(AccountId account) {
    return Optional.ofNullable(senders.get(account));
  }

  /** Empty when nothing can be sent from this account. */
  Optional<TextLimit> limitOf(AccountId account) {
    return of(account).map(ChannelSender::limit);
  }

  SendOutcome send(OutboundMessage message) {
    ChannelSender sender = senders.get(message.account());
    return sender == null
        ? new SendOutcome.Refused("no sender is installed for " + message.account())
        : sender.send(message);
  }

  /** Absent for ever where the channel cannot be asked. */
  Optional<SendLookup.Finding> find(SendAttempt attempt) {
    SendLookup lookup = lookups.get(attempt.draft().to().conversation().account());
    return lookup == null ? Optional.empty() : Optional.of(lookup.find(attempt));
  }
}
