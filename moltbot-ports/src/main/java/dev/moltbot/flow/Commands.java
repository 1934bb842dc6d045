package dev.moltbot.flow;

import dev.moltbot.port.Approvals;
import dev.moltbot.port.Card;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The owner's commands from the desk, answered in plain words. Part of hop 4. */
public final class Commands {
  /** Most cards listed. */
  static final int MAX_LISTED = 20;

  private static final String HELP =
      """
      Each card shows a message and the whole reply I would send. Nothing goes out without your yes.
      Answer with the buttons, or reply to a card:
      approve (дозволяю): send exactly this
      no (ні): send nothing
      rewrite (перепиши), and how: draft it again
      anything else: your own words instead, shown once more first
      /pending what waits for you
      /status what I am doing
      /pause stop reading, drafting and sending; /resume go on\
      """;

  private final Approvals approvals;
  private final Ledger ledger;
  private final Pause pause;
  private final InstantSource time;

  public Commands(Approvals approvals, Ledger ledger, Pause pause, InstantSource time) {
    this.approvals = approvals;
    this.ledger = ledger;
    this.pause = pause;
    this.time = time;
  }

  String answer(OwnerAction.Command command) {
    return switch (command) {
      case PENDING -> pending();
      case STATUS -> status();
      case PAUSE -> {
        pause.pause("owner", time.instant());
        yield "Paused: I read, draft and send nothing. /resume goes on.";
      }
      case RESUME -> {
        pause.resume("owner", time.instant());
        yield "Going on.";
      }
      case HELP -> HELP;
    };
  }

  private String pending() {
    List<Card> open = approvals.open(time.instant(), MAX_LISTED);
    if (open.isEmpty()) {
      return "Nothing is waiting for you.";
    }
    var lines = new StringBuilder(open.size() + " waiting for you:");
    open.forEach(card -> lines.append("\n").append(line(card)));
    return lines.toString();
  }

  /** Which card, without repeating on the phone what is about people. */
  private String line(Card card) {
    var age = Duration.between(card.request().askedAt(), time.instant());
    return card.draft().to().conversation().channel()
        + ", "
        + card.request().digest().abbreviated()
        + ", asked "
        + age.toMinutes()
        + " min ago";
  }

  private String status() {
    Ledger.Tally tally = ledger.tally();
    return (pause.paused() ? "Paused." : "Working.")
        + "\nmessages read: "
        + tally.messages()
        + "\nwaiting for you: "
        + tally.open()
        + "\nsent: "
        + tally.sent()
        + "\nnot sure whether sent: "
        + tally.unknown()
        + "\nset aside unread: "
        + tally.quarantined();
  }
}
