package dev.moltbot.flow;

import dev.moltbot.domain.question.QuestionText;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.Card;
import dev.moltbot.port.Ids;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.Pause;
import dev.moltbot.port.Questions;
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
      sent (надіслано): you sent it yourself, on channels where I cannot
      no (ні): send nothing
      rewrite (перепиши), and how: draft it again
      anything else: your own words instead, shown once more first
      /pending what waits for you
      /status what I am doing
      /pause stop reading, drafting and sending; /resume go on
      /ask (/спитай), and what: ask Shinodo, your own assistant\
      """;

  private final Approvals approvals;
  private final Ledger ledger;
  private final Pause pause;
  private final Questions questions;
  private final Answerer answerer;
  private final Ids ids;
  private final InstantSource time;

  public Commands(
      Approvals approvals,
      Ledger ledger,
      Pause pause,
      Questions questions,
      Answerer answerer,
      Ids ids,
      InstantSource time) {
    this.approvals = approvals;
    this.ledger = ledger;
    this.pause = pause;
    this.questions = questions;
    this.answerer = answerer;
    this.ids = ids;
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

  /**
   * Takes a question down; it is asked in a turn of its own, so that no verdict has to wait.
   *
   * @param heardAs names the message over all desks and restarts
   */
  String take(String words, String heardAs) {
    if (!answerer.remedy().isEmpty()) {
      return answerer.remedy();
    }
    if (!QuestionText.fits(words)) {
      return words.isBlank()
          ? "Write the question behind /ask, in the same message."
          : "Too long: a question may have " + QuestionText.MAX_CHARS + " characters.";
    }
    questions.ask(ids.question(), new QuestionText(words), heardAs, time.instant());
    return "Asking " + answerer.name() + ". The answer comes here.";
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
