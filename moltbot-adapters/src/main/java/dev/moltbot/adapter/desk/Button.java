package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.Keyboard;
import dev.moltbot.domain.approval.ApprovalRequest;
import dev.moltbot.port.Card;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a tap on a button says: do this to that request, whose draft has a digest that begins so.
 *
 * @param action one letter of those below
 * @param digestPrefix first eight bytes of the draft's digest
 */
record Button(char action, UUID request, long digestPrefix) {
  static final char APPROVE = 'A';
  static final char SENT = 'S';
  static final char REJECT = 'N';
  static final char REWRITE = 'W';
  static final char LATER = 'L';

  /** Longest text that Telegram puts behind a button that copies, in UTF-16 units. */
  static final int MAX_COPY = 256;

  private static final int PREFIX_CHARS = 16;

  /** The digest's beginning as the stores spell it. */
  String digestHex() {
    return HexFormat.of().toHexDigits(digestPrefix);
  }

  /** The buttons under a card: those of its channel, and those of every card. */
  static Keyboard under(Card card, ButtonSeal seal) {
    ApprovalRequest request = card.request();
    return switch (card.sending()) {
      case DIRECT ->
          new Keyboard(
              List.of(
                  List.of(
                      key("Approve", APPROVE, request, seal),
                      key("Rewrite", REWRITE, request, seal)),
                  List.of(
                      key("Reject", REJECT, request, seal), key("Later", LATER, request, seal))));
      case BY_HAND ->
          new Keyboard(
              List.of(
                  byHand(card, seal),
                  List.of(
                      key("Rewrite", REWRITE, request, seal),
                      key("Reject", REJECT, request, seal),
                      key("Later", LATER, request, seal))));
    };
  }

  /** A text too long for the button that copies is copied by a tap on it. */
  private static List<TelegramApi.Key> byHand(Card card, ButtonSeal seal) {
    TelegramApi.Key sent = key("I sent it", SENT, card.request(), seal);
    String words = card.draft().text().value();
    return words.length() > MAX_COPY
        ? List.of(sent)
        : List.of(new TelegramApi.Key("Copy", null, new TelegramApi.CopyText(words)), sent);
  }

  private static TelegramApi.Key key(
      String label, char action, ApprovalRequest request, ButtonSeal seal) {
    String prefix = request.digest().hex().substring(0, PREFIX_CHARS);
    return new TelegramApi.Key(
        label,
        seal.write(new Button(action, request.id().value(), HexFormat.fromHexDigitsToLong(prefix))),
        null);
  }
}
