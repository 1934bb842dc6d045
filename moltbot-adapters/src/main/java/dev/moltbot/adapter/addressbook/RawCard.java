package dev.moltbot.adapter.addressbook;

/**
 * The lines of one card.
 *
 * @param line where it begins, from 1
 * @param trouble why it is none, or empty
 */
record RawCard(long line, String text, String trouble) {

  /** No words of it. */
  @Override
  public String toString() {
    return "RawCard[line " + line + ", " + text.length() + " chars]";
  }
}
