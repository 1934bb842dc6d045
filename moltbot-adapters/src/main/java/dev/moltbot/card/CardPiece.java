package dev.moltbot.card;

/**
 * A stretch of a card, by who wrote it. A desk may print {@link Own} and {@link Strong} as it
 * likes; {@link Value} and {@link Block} are other people's words, already visible in full, and
 * must not become links, commands or control sequences.
 */
public sealed interface CardPiece {

  String words();

  /** The program's own words. */
  record Own(String words) implements CardPiece {}

  /** The program's own words, emphasised. */
  record Strong(String words) implements CardPiece {}

  /** Others' words inside a line. */
  record Value(String words) implements CardPiece {}

  /** The whole reply, exactly, for the owner to copy: nothing else may stand beside it. */
  record Copy(String words) implements CardPiece {}

  /** Others' words, or the draft, on lines of their own. */
  record Block(String words) implements CardPiece {}
}
