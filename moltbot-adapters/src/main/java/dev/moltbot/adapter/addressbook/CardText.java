package dev.moltbot.adapter.addressbook;

import dev.moltbot.export.TextLines;
import java.util.regex.Pattern;

/**
 * The lines of one card while they are gathered. Pictures, sounds and keys are passed by, as nobody
 * is known by them; so is a card within the card, which vCard 2.1 has for a secretary.
 */
final class CardText {
  /** Longest card without its pictures, in characters. */
  static final int MAX_CHARS = 1 << 20;

  private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9.-]+[;:].*", Pattern.DOTALL);

  private static final Pattern BULKY =
      Pattern.compile(
          "([A-Za-z0-9-]+\\.)?(PHOTO|LOGO|SOUND|KEY|AGENT)[;:].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern AGENT = Pattern.compile("(?i)AGENT(;.*)?:\\s*");

  private final StringBuilder kept = new StringBuilder();
  private boolean passing;
  private boolean agent;
  private boolean tooLong;
  private int nested;

  static boolean begins(String line) {
    return line.strip().equalsIgnoreCase("BEGIN:VCARD");
  }

  private static boolean ends(String line) {
    return line.strip().equalsIgnoreCase("END:VCARD");
  }

  /** Whether a card that begins here would stand within this one. */
  boolean inside() {
    return agent || nested > 0;
  }

  /** Takes the next line; whether it was the card's last. */
  boolean add(TextLines.Line line) {
    String text = line.text();
    if (inside()) {
      nest(text);
      return false;
    }
    // A line of base64 looks like no property; one that does ends the picture.
    passing = BULKY.matcher(text).matches() || (passing && !PROPERTY.matcher(text).matches());
    agent = AGENT.matcher(text).matches();
    if (!passing) {
      keep(line);
    }
    return ends(text);
  }

  private void nest(String text) {
    nested += begins(text) ? 1 : ends(text) ? -1 : 0;
    agent = agent && text.isBlank();
  }

  private void keep(TextLines.Line line) {
    tooLong |= line.cut() || kept.length() + line.text().length() > MAX_CHARS;
    if (!tooLong) {
      kept.append(line.text()).append('\n');
    }
  }

  /** What is wrong with it, or empty. */
  String trouble() {
    return tooLong ? "a card of more than " + MAX_CHARS + " characters" : "";
  }

  @Override
  public String toString() {
    return kept.toString();
  }
}
