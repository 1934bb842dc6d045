package dev.moltbot.card;

import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.CardState;
import java.time.ZoneId;

/** The program's own sentences on cards. */
public final class CardWords {
  /** Longest reason shown, in UTF-16 units. */
  static final int MAX_REASON = 200;

  private CardWords() {}

  /** What became of a card, as one line. */
  public static String state(CardState state, ZoneId zone) {
    CardDates dates = new CardDates(zone);
    return switch (state) {
      case CardState.Approved approved -> "Approved, on its way";
      case CardState.Sent(var at) -> "Sent " + dates.minute(at);
      case CardState.NotSent(var reason) -> "Not sent: " + bounded(reason);
      case CardState.NotSure(var reason) ->
          "Not sure whether it was sent: " + bounded(reason) + ". Look before you send it again";
      case CardState.Rejected rejected -> "Rejected, nothing was sent";
      case CardState.Replaced replaced -> "Replaced by a newer card";
      case CardState.Postponed(var until) -> "Later: comes again " + dates.minute(until);
      case CardState.Expired expired -> "Expired, nothing was sent";
      case CardState.AnsweredElsewhere(var at) -> "You answered elsewhere " + dates.minute(at);
    };
  }

  static String category(Category category) {
    return switch (category) {
      case URGENT -> "urgent";
      case NEEDS_REPLY -> "needs reply";
      case FYI -> "for information";
      case SPAM -> "spam";
    };
  }

  static String warning(Finding.Kind kind) {
    return switch (kind) {
      case ORDERS_TO_ASSISTANT -> "Tries to give the assistant orders";
      case ASKS_FOR_SECRETS -> "Asks for passwords, keys, codes or other people's data";
      case INVISIBLE_CHARACTERS -> "Holds characters that cannot be seen";
      case REORDERED_TEXT -> "Holds characters that reorder what is seen";
      case HIDDEN_TEXT -> "Held text that a person would not have seen; it was left out";
      case ANSWERED_ELSEWHERE -> "The reply would go to another address than the one that wrote";
    };
  }

  private static String bounded(String reason) {
    return Excerpt.of(reason.replace('\n', ' '), MAX_REASON).shown();
  }
}
