package dev.moltbot.adapter.desk;

import dev.moltbot.card.CardPiece;
import dev.moltbot.card.Pieces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays a card out on as many messages as it takes, numbered, with nothing lost. Every message
 * begins and ends with words of our own, because Telegram trims both ends of a text.
 */
final class CardPages {
  /** Kept free on every page for its number, the card's end state, and the note of what follows. */
  private static final int RESERVED = 400;

  private static final int ROOM = Formatted.MAX_LENGTH - RESERVED;

  /** What a piece may need around it. */
  private static final int FRAME = 2;

  /** With less room than this a piece that does not fit starts on the next page. */
  private static final int WORTH_FILLING = 500;

  private final List<List<CardPiece>> pages = new ArrayList<>();
  private List<CardPiece> page = new ArrayList<>();
  private int room = ROOM;

  private CardPages() {}

  /** The pages of an open card; the last one is to carry the buttons. */
  static List<Formatted> open(List<CardPiece> pieces) {
    List<List<CardPiece>> pages = new CardPages().laidOut(pieces);
    List<Formatted> open = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      open.add(written(pages, i, ""));
    }
    return open;
  }

  /** The last page of a card that is settled, under what became of it. */
  static Formatted closed(List<CardPiece> pieces, String state) {
    List<List<CardPiece>> pages = new CardPages().laidOut(pieces);
    return written(pages, pages.size() - 1, state);
  }

  private List<List<CardPiece>> laidOut(List<CardPiece> pieces) {
    Deque<CardPiece> left = new ArrayDeque<>(pieces);
    while (!left.isEmpty()) {
      CardPiece piece = left.pop();
      if (piece instanceof CardPiece.Copy copy) {
        alone(copy);
      } else if (piece.words().length() + FRAME <= room) {
        place(piece);
      } else if (room < WORTH_FILLING) {
        turn();
        left.push(piece);
      } else {
        String head = Pieces.of(piece.words(), room - FRAME).getFirst();
        left.push(with(piece, piece.words().substring(head.length())));
        place(with(piece, head));
        turn();
      }
    }
    turn();
    return pages;
  }

  /** On messages of its own, where one tap copies it and nothing else. */
  private void alone(CardPiece.Copy copy) {
    turn();
    Pieces.of(copy.words(), ROOM).forEach(piece -> pages.add(List.of(new CardPiece.Copy(piece))));
  }

  private void place(CardPiece piece) {
    page.add(piece);
    room -= piece.words().length() + FRAME;
  }

  private void turn() {
    if (!page.isEmpty()) {
      pages.add(page);
    }
    page = new ArrayList<>();
    room = ROOM;
  }

  private static CardPiece with(CardPiece piece, String words) {
    return switch (piece) {
      case CardPiece.Own own -> new CardPiece.Own(words);
      case CardPiece.Strong strong -> new CardPiece.Strong(words);
      case CardPiece.Value value -> new CardPiece.Value(words);
      case CardPiece.Copy copy -> new CardPiece.Copy(words);
      case CardPiece.Block block -> new CardPiece.Block(words);
    };
  }

  private static Formatted written(List<List<CardPiece>> pages, int index, String state) {
    Formatted.Writer writer = new Formatted.Writer();
    if (!state.isEmpty()) {
      writer.bold(state).plain("\n\n");
    }
    long numbered = pages.stream().filter(page -> !isCopy(page)).count();
    if (numbered > 1 && index < numbered) {
      writer.plain((index + 1) + "/" + numbered + "\n");
    }
    pages.get(index).forEach(piece -> write(writer, piece));
    if (index + 1 < numbered) {
      writer.plain("\n(goes on in " + (index + 2) + "/" + pages.size() + ")");
    }
    return writer.done();
  }

  private static boolean isCopy(List<CardPiece> page) {
    return page.getFirst() instanceof CardPiece.Copy;
  }

  private static void write(Formatted.Writer writer, CardPiece piece) {
    switch (piece) {
      case CardPiece.Own(var words) -> writer.plain(words);
      case CardPiece.Strong(var words) -> writer.bold(words);
      case CardPiece.Value(var words) -> writer.code(words);
      case CardPiece.Copy(var words) -> writer.pre(words);
      case CardPiece.Block(var words) -> writer.pre(words);
    }
  }
}
