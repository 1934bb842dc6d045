package dev.moltbot.app.runtime;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.Question;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendAttempt;
import dev.moltbot.port.SendLookup;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.port.ShownCard;
import dev.moltbot.testkit.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything outside the program, which goes on while the program dies and starts again: four
 * people who wrote, a drafter, a channel that remembers what was sent, and an owner who answers
 * every card, each person's in another way.
 */
final class ScriptedWorld {
  static final String OWN_WORDS = "In my own words.";
  static final String REWRITTEN = "Shorter.";
  static final String ASKED = "When do I fly?";
  static final String ANSWER = "At six.";

  /** What reaches whom when all goes well. Cleo's draft is rejected. */
  static final Map<String, String> EXPECTED =
      Map.of("with-ada", "Dear Ada.", "with-bob", OWN_WORDS, "with-eve", REWRITTEN);

  private static final TextLimit LIMIT = TextLimit.bytes(1_000);

  final AccountId account;
  private final AccountId deskAccount;
  private final List<InboundMessage> inbox;
  private final List<OwnerAction> actions = new ArrayList<>();
  private final boolean byHand;
  private final List<OutboundMessage> sent = new ArrayList<>();
  private final Set<Map.Entry<String, String>> pasted = new LinkedHashSet<>();
  private final Map<String, CardState> closed = new LinkedHashMap<>();
  private final List<String> answers = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int shown;
  private int askedAgain;

  /**
   * @param byHand whether only the owner can send on the channel
   */
  ScriptedWorld(String name, boolean byHand, Instant now) {
    this.byHand = byHand;
    account = Messages.account(name);
    deskAccount = Messages.account("desk-" + name);
    inbox =
        List.of("ada", "bob", "cleo", "eve").stream()
            .map(who -> Messages.from(account, who, "m-" + who, "Could you come at six?", now))
            .toList();
    actions.add(new OwnerAction.Asked(ASKED, "1"));
  }

  /** Who got which words, once per message that left. */
  List<Map.Entry<String, String>> sent() {
    Stream<Map.Entry<String, String>> byProgram =
        sent.stream().map(one -> Map.entry(one.to().conversation().nativeId(), one.text().value()));
    return Stream.concat(byProgram, pasted.stream()).toList();
  }

  /** Cards that asked whether to send something again. */
  int askedAgain() {
    return askedAgain;
  }

  /** What the owner was told in words. */
  List<String> told() {
    return told;
  }

  int shown() {
    return shown;
  }

  /** What the owner was shown as the assistant's words. */
  List<String> answers() {
    return answers;
  }

  /** The state each shown part was left in. */
  Map<String, CardState> closed() {
    return closed;
  }

  final class Reader implements ChannelReader {
    @Override
    public AccountId account() {
      return account;
    }

    /** Two at a time, so that there are two batches. */
    @Override
    public ReadResult read(Cursor from, int limit, Duration wait) {
      int start = from.atStart() ? 0 : Integer.parseInt(from.value());
      int end = Math.min(inbox.size(), start + 2);
      var next = new Cursor(String.valueOf(end));
      return new ReadResult.Batch(inbox.subList(start, end), List.of(), next, end < inbox.size());
    }
  }

  static final class Words implements Drafter {
    @Override
    public String name() {
      return "a script";
    }

    @Override
    public DraftResult draft(DraftRequest request) {
      String who = request.conversation().latest().sender().name().reveal();
      String capital = who.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + who.substring(1);
      String words = request.previous().isEmpty() ? "Dear " + capital + "." : REWRITTEN;
      var summary = new UntrustedText("Asks something.");
      var assessment =
          new Assessment(Category.NEEDS_REPLY, summary, "en", UntrustedText.NONE, false);
      return new DraftResult.Drafted(assessment, DraftText.of(words));
    }
  }

  /** The owner answers at once; whoever asks twice is answered twice. */
  final class Desk implements ApprovalDesk {
    @Override
    public AccountId account() {
      return deskAccount;
    }

    @Override
    public DeskResult ask(Card card) {
      String part = deskAccount.channel() + "-" + ++shown;
      askedAgain += card.note().isEmpty() ? 0 : 1;
      Verdict verdict = verdict(card);
      if (verdict instanceof Verdict.SentByHand) {
        actions.add(new OwnerAction.Replied(part, new Verdict.Approve())); // By habit; no way here.
      }
      String prefix = card.request().digest().hex().substring(0, 8);
      actions.add(
          verdict instanceof Verdict.Replace
              ? new OwnerAction.Replied(part, verdict)
              : new OwnerAction.Tapped(card.request().id(), prefix, verdict, part, "tap" + shown));
      return new DeskResult.Shown(new ShownCard(List.of(part)));
    }

    @Override
    public DeskResult close(ShownCard where, Card card, CardState state) {
      where.parts().forEach(part -> closed.put(part, state));
      return new DeskResult.Shown(where);
    }

    @Override
    public DeskResult tell(String words) {
      told.add(words);
      return new DeskResult.Shown(new ShownCard(List.of("words")));
    }

    @Override
    public DeskResult tell(String words, UntrustedText quoted) {
      answers.add(quoted.reveal());
      return tell(words);
    }

    @Override
    public Heard listen(Cursor from, Duration wait) {
      int start = from.atStart() ? 0 : Integer.parseInt(from.value());
      return new Heard.Actions(
          actions.subList(start, actions.size()), new Cursor(String.valueOf(actions.size())));
    }

    @Override
    public void acknowledge(String tap, String words) {}
  }

  /** Takes a question up when asked first, and answers when asked again. */
  static final class Assistant implements Answerer {
    @Override
    public String name() {
      return "a script";
    }

    @Override
    public String remedy() {
      return "";
    }

    @Override
    public Result ask(Question question) {
      return question.stage() instanceof Question.Stage.Open(String taken, int misses)
              && taken.isEmpty()
          ? new Result.Working("work")
          : new Result.Answered(new UntrustedText(ANSWER));
    }
  }

  /** To a question for the second time, the owner looks at the conversation first. */
  private Verdict verdict(Card card) {
    String to = card.draft().to().conversation().nativeId();
    String words = card.draft().text().value();
    if (!card.note().isEmpty() && sent().contains(Map.entry(to, words))) {
      return new Verdict.Reject();
    }
    return switch (to) {
      case "with-bob" ->
          words.equals(OWN_WORDS) ? yes(card) : new Verdict.Replace(DraftText.of(OWN_WORDS));
      case "with-eve" -> words.equals(REWRITTEN) ? yes(card) : new Verdict.Rewrite("shorter");
      case "with-cleo" -> new Verdict.Reject();
      default -> yes(card);
    };
  }

  /** Where only the owner can send, the owner does so, once, and then says so. */
  private Verdict yes(Card card) {
    if (!card.byHand()) {
      return new Verdict.Approve();
    }
    pasted.add(Map.entry(card.draft().to().conversation().nativeId(), card.draft().text().value()));
    return new Verdict.SentByHand();
  }

  final class Sender implements ChannelSender {
    @Override
    public AccountId account() {
      return account;
    }

    @Override
    public TextLimit limit() {
      return LIMIT;
    }

    @Override
    public boolean byHand() {
      return byHand;
    }

    @Override
    public SendOutcome deliver(OutboundMessage message) {
      sent.add(message);
      return new SendOutcome.Delivered("n" + sent.size());
    }
  }

  /** Knows what arrived by the approval it was sent under. */
  final class Lookup implements SendLookup {
    @Override
    public AccountId account() {
      return account;
    }

    @Override
    public Finding find(SendAttempt attempt) {
      return sent.stream().anyMatch(one -> one.approval().equals(attempt.approval()))
          ? new Finding.Found("found")
          : new Finding.Absent();
    }
  }
}
