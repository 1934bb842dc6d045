package dev.moltbot.adapter.console;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The owner at a terminal. A card asked about waits in line and is printed when its turn comes, so
 * that the question under the eyes is always the one the answer goes to.
 */
final class ConsoleDesk implements ApprovalDesk {
  static final AccountId ACCOUNT = new AccountId(new ChannelId("console"), "terminal");

  /** Most answers handed over at once when no person is being waited for. */
  static final int MAX_BATCH = 100;

  /** How much of a digest a tap repeats, in hex characters. */
  private static final int DIGEST_PREFIX = 16;

  private final CardPrinter printer;
  private final Prompt prompt;
  private final BlockingQueue<Card> line = new LinkedBlockingQueue<>();
  private Cursor lastFrom = Cursor.START;
  private @Nullable Heard lastHeard;

  ConsoleDesk(CardPrinter printer, Prompt prompt) {
    this.printer = printer;
    this.prompt = prompt;
  }

  @Override
  public AccountId account() {
    return ACCOUNT;
  }

  @Override
  public DeskResult ask(Card card) {
    line.add(card);
    return new DeskResult.Shown(new ShownCard(List.of(part(card))));
  }

  /** Says only what the owner cannot know from having just typed it. */
  @Override
  public DeskResult close(ShownCard where, Card card, CardState state) {
    line.removeIf(waiting -> waiting.request().id().equals(card.request().id()));
    switch (state) {
      case CardState.Approved a -> {}
      case CardState.Rejected r -> {}
      case CardState.Replaced r -> {}
      case CardState.Postponed p -> {}
      case CardState.Sent s -> printer.print(card, state);
      case CardState.NotSent n -> printer.print(card, state);
      case CardState.NotSure n -> printer.print(card, state);
      case CardState.Expired e -> printer.print(card, state);
      case CardState.AnsweredElsewhere e -> printer.print(card, state);
    }
    return new DeskResult.Shown(where);
  }

  @Override
  public DeskResult tell(String words) {
    printer.say(words);
    return new DeskResult.Shown(new ShownCard(List.of("console")));
  }

  /** Heard again as long as the caller comes back with the same cursor. */
  @Override
  public Heard listen(Cursor from, Duration wait) {
    if (lastHeard != null && lastFrom.equals(from)) {
      return lastHeard;
    }
    List<OwnerAction> actions = answers(wait);
    if (actions.isEmpty()) {
      return new Heard.Actions(actions, from);
    }
    lastFrom = from;
    lastHeard = new Heard.Actions(actions, after(from));
    return lastHeard;
  }

  @Override
  public void acknowledge(String tap, String words) {
    if (!words.isBlank()) {
      printer.say(words);
    }
  }

  private List<OwnerAction> answers(Duration wait) {
    List<OwnerAction> actions = new ArrayList<>();
    Card card = next(wait);
    while (card != null) {
      actions.add(answer(card));
      card = prompt.answersByItself() && actions.size() < MAX_BATCH ? line.poll() : null;
    }
    return actions;
  }

  private OwnerAction answer(Card card) {
    String digestPrefix = card.request().digest().hex().substring(0, DIGEST_PREFIX);
    String part = part(card);
    return new OwnerAction.Tapped(
        card.request().id(), digestPrefix, prompt.verdict(card), part, part);
  }

  private @Nullable Card next(Duration wait) {
    try {
      return line.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static Cursor after(Cursor from) {
    long number = from.value().matches("\\d{1,18}") ? Long.parseLong(from.value()) : 0;
    return new Cursor(Long.toString(number + 1));
  }

  private static String part(Card card) {
    return "console " + card.request().id().value();
  }
}
