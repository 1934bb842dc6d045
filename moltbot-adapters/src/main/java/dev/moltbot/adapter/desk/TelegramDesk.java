package dev.moltbot.adapter.desk;

import dev.moltbot.card.CardPiece;
import dev.moltbot.card.CardScript;
import dev.moltbot.card.CardWords;
import dev.moltbot.card.Pieces;
import dev.moltbot.card.VisibleText;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Heard;
import dev.moltbot.port.ShownCard;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The owner on a phone. A part of a shown card is the number of a Telegram message. */
final class TelegramDesk implements ApprovalDesk {
  private final AccountId account;
  private final OwnerChat chat;
  private final OwnerEar ear;
  private final Menu menu;
  private final ButtonSeal seal;
  private final ZoneId zone;

  TelegramDesk(
      AccountId account, OwnerChat chat, OwnerEar ear, Menu menu, ButtonSeal seal, ZoneId zone) {
    this.account = account;
    this.chat = chat;
    this.ear = ear;
    this.menu = menu;
    this.seal = seal;
    this.zone = zone;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public DeskResult ask(Card card) {
    return chat.show(CardPages.open(CardScript.of(card, zone)), Button.under(card, seal));
  }

  @Override
  public DeskResult close(ShownCard where, Card card, CardState state) {
    return chat.close(
        where, CardPages.closed(CardScript.of(card, zone), CardWords.state(state, zone)));
  }

  @Override
  public DeskResult tell(String words) {
    List<Formatted> pages =
        Pieces.of(VisibleText.of(words), Formatted.MAX_LENGTH).stream()
            .map(piece -> new Formatted(piece, List.of()))
            .toList();
    return chat.show(pages, null);
  }

  /** The quotation stands between words of our own, because Telegram trims both ends of a text. */
  @Override
  public DeskResult tell(String words, UntrustedText quoted) {
    return chat.show(
        CardPages.open(
            List.of(
                new CardPiece.Own(VisibleText.of(words) + "\n"),
                new CardPiece.Block(VisibleText.of(quoted.reveal())),
                new CardPiece.Own("\n(end)"))),
        null);
  }

  @Override
  public Heard listen(Cursor from, Duration wait) {
    Heard heard = ear.listen(from, wait);
    if (heard instanceof Heard.Actions) {
      menu.set();
    }
    return heard;
  }

  @Override
  public void acknowledge(String tap, String words) {
    chat.toast(tap, words);
  }
}
