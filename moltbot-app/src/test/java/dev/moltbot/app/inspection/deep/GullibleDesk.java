package dev.moltbot.app.inspection.deep;

import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.ShownCard;
import java.time.Duration;

/** Believes whoever taps. */
record GullibleDesk(ApprovalDesk right) implements ApprovalDesk {

  @Override
  public AccountId account() {
    return right.account();
  }

  @Override
  public DeskResult ask(Card card) {
    return right.ask(card);
  }

  @Override
  public DeskResult close(ShownCard where, Card card, CardState state) {
    return right.close(where, card, state);
  }

  @Override
  public DeskResult tell(String words) {
    return right.tell(words);
  }

  @Override
  public Heard listen(Cursor from, Duration wait) {
    return right.listen(from, wait) instanceof Heard.Actions(var actions, var next)
        ? new Heard.Actions(actions.stream().map(GullibleDesk::believed).toList(), next)
        : new Heard.Unreachable(Duration.ZERO, "gone");
  }

  private static OwnerAction believed(OwnerAction act) {
    return act instanceof OwnerAction.Stranger(var kind, var who) && kind.equals("tap")
        ? new OwnerAction.Said(new Verdict.Approve())
        : act;
  }

  @Override
  public void acknowledge(String tap, String words) {
    right.acknowledge(tap, words);
  }
}
