package dev.moltbot.example;

import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.ShownCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A desk without a person: says yes to answers that hold one of these words, no to the rest. */
final class Supervisor implements ApprovalDesk {
  private final List<String> words;
  private final List<OwnerAction> decisions = new ArrayList<>();

  Supervisor(List<String> words) {
    this.words = List.copyOf(words);
  }

  @Override
  public AccountId account() {
    return new AccountId(new ChannelId("desk"), "supervisor");
  }

  @Override
  public synchronized DeskResult ask(Card card) {
    String part = card.request().id().value().toString();
    String answer = card.draft().text().value();
    Verdict verdict =
        words.stream().anyMatch(answer::contains) ? new Verdict.Approve() : new Verdict.Reject();
    decisions.add(
        new OwnerAction.Tapped(
            card.request().id(), card.request().digest().hex(), verdict, part, part));
    return new DeskResult.Shown(new ShownCard(List.of(part)));
  }

  /** The cursor counts decisions; those before it were settled. */
  @Override
  public synchronized Heard listen(Cursor from, Duration wait) {
    int start = from.atStart() ? 0 : Integer.parseInt(from.value());
    List<OwnerAction> fresh =
        decisions.subList(Math.min(start, decisions.size()), decisions.size());
    return new Heard.Actions(fresh, new Cursor(Integer.toString(decisions.size())));
  }

  @Override
  public DeskResult close(ShownCard where, Card card, CardState state) {
    return new DeskResult.Shown(where);
  }

  @Override
  public DeskResult tell(String words) {
    return new DeskResult.Shown(new ShownCard(List.of("told")));
  }

  @Override
  public void acknowledge(String tap, String words) {}
}
