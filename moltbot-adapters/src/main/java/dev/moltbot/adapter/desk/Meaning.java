package dev.moltbot.adapter.desk;

import dev.moltbot.card.OwnerWords;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.OwnerAction.Command;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what came in into what the owner did. */
final class Meaning {
  static final String FOREIGN_BUTTON =
      "This button is not mine, or from before the bot got a new token. Nothing was sent.";

  private static final Map<String, Command> COMMANDS =
      Map.of(
          "/start", Command.HELP,
          "/help", Command.HELP,
          "/pending", Command.PENDING,
          "/status", Command.STATUS,
          "/pause", Command.PAUSE,
          "/resume", Command.RESUME);

  /** The one command with words of its own, which may have several lines. */
  private static final Pattern ASK = Pattern.compile("(?s)/(?:ask|спитай)(?:@\\w+)?(?:\\s(.*))?");

  private final ButtonSeal seal;

  Meaning(ButtonSeal seal) {
    this.seal = seal;
  }

  /** One act, or none. */
  List<OwnerAction> of(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Words(var message, var text, var replyTo) ->
          List.of(asked(text, message).orElseGet(() -> words(text, replyTo)));
      case Incoming.Tapped tapped -> List.of(tapped(tapped));
      case Incoming.NotCounted(var reason) -> List.of(unclear(reason));
      case Incoming.Foreign(var what, var user) ->
          List.of(new OwnerAction.Stranger(what, user == 0 ? "nobody" : seal.pseudonym(user)));
      case Incoming.Nothing nothing -> List.of();
    };
  }

  private static Optional<OwnerAction> asked(String text, long message) {
    Matcher ask = ASK.matcher(text.strip());
    return ask.matches()
        ? Optional.of(
            new OwnerAction.Asked(
                Objects.requireNonNullElse(ask.group(1), "").strip(), Long.toString(message)))
        : Optional.empty();
  }

  private OwnerAction words(String text, @Nullable Long replyTo) {
    if (text.startsWith("/") && text.strip().indexOf('\n') < 0) {
      return command(text);
    }
    Optional<Verdict> verdict = verdict(text);
    if (replyTo == null) {
      return verdict
          .<OwnerAction>map(OwnerAction.Said::new)
          .orElseGet(() -> unclear("To answer a card, reply to it."));
    }
    return verdict
        .or(() -> ownWords(text))
        .<OwnerAction>map(v -> new OwnerAction.Replied(Long.toString(replyTo), v))
        .orElseGet(() -> unclear("These words are empty or too long to be sent."));
  }

  /** In a group Telegram would add the bot's name after an at sign; some clients always do. */
  private static OwnerAction command(String text) {
    String name = text.strip().replaceFirst("[\\s@].*", "");
    Command command = COMMANDS.get(name);
    return command == null
        ? unclear("I do not know this command.")
        : new OwnerAction.Commanded(command);
  }

  private OwnerAction tapped(Incoming.Tapped tapped) {
    return seal.read(tapped.data())
        .flatMap(button -> verdict(button.action()).map(verdict -> tap(tapped, button, verdict)))
        .orElseGet(() -> new OwnerAction.Unclear(FOREIGN_BUTTON, tapped.query()));
  }

  private static OwnerAction tap(Incoming.Tapped tapped, Button button, Verdict verdict) {
    return new OwnerAction.Tapped(
        new RequestId(button.request()),
        button.digestHex(),
        verdict,
        Long.toString(tapped.message()),
        tapped.query());
  }

  private static Optional<Verdict> verdict(char action) {
    return switch (action) {
      case Button.APPROVE -> Optional.of(new Verdict.Approve());
      case Button.SENT -> Optional.of(new Verdict.SentByHand());
      case Button.REJECT -> Optional.of(new Verdict.Reject());
      case Button.REWRITE -> Optional.of(new Verdict.Rewrite(""));
      case Button.LATER -> Optional.of(new Verdict.Later());
      default -> Optional.empty();
    };
  }

  private static Optional<Verdict> verdict(String text) {
    return switch (OwnerWords.of(text)) {
      case OwnerWords.Approve a -> Optional.of(new Verdict.Approve());
      case OwnerWords.SentByHand s -> Optional.of(new Verdict.SentByHand());
      case OwnerWords.Reject r -> Optional.of(new Verdict.Reject());
      case OwnerWords.Later l -> Optional.of(new Verdict.Later());
      case OwnerWords.Rewrite(var instruction) -> Optional.of(new Verdict.Rewrite(instruction));
      case OwnerWords.Own own -> Optional.empty();
    };
  }

  private static Optional<Verdict> ownWords(String text) {
    return DraftText.fits(text)
        ? Optional.of(new Verdict.Replace(DraftText.of(text)))
        : Optional.empty();
  }

  private static OwnerAction unclear(String why) {
    return new OwnerAction.Unclear(why, "");
  }
}
