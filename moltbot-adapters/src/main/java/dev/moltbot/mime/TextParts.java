package dev.moltbot.mime;

import dev.moltbot.domain.message.UntrustedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The readable parts of one mail. Of a group of alternatives the plain text is taken when it says
 * anything, because HTML can show one thing and hold another.
 */
final class TextParts {
  /** The group of a part that stands for itself. */
  static final int NO_GROUP = 0;

  /** Hidden words kept, in characters: enough to look for instructions in. */
  static final int MAX_HIDDEN_CHARS = 8 << 10;

  /** HTML parts looked at in one mail; bounds the memory they take before they are judged. */
  private static final int MAX_HTML_PARTS = 4;

  private final int maxChars;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Integer> groupsWithPlain = new HashSet<>();
  private String preamble = "";
  private int plainChars;
  private int htmlParts;
  private boolean cut;

  TextParts(int maxChars) {
    this.maxChars = maxChars;
  }

  /** False for a part that would not be used; then it need not be decoded. */
  boolean wants(int group, boolean html) {
    if (html && groupsWithPlain.contains(group)) {
      return false;
    }
    if (plainChars > maxChars || (html && htmlParts >= MAX_HTML_PARTS)) {
      cut = true;
      return false;
    }
    return true;
  }

  void add(int group, boolean html, String words, boolean wasCut) {
    cut |= wasCut;
    if (html) {
      htmlParts++;
    } else {
      plainChars += words.length();
      if (group != NO_GROUP && !words.isBlank()) {
        groupsWithPlain.add(group);
      }
    }
    pieces.add(new Piece(group, html, words));
  }

  /** Words outside of any part; shown only when there is nothing else. */
  void preamble(String words) {
    preamble = words;
  }

  Mail.Content content(List<Mail.Attachment> attachments) {
    StringBuilder text = new StringBuilder();
    StringBuilder hidden = new StringBuilder();
    if (pieces.isEmpty() && attachments.isEmpty()) {
      append(text, preamble);
      cut = true;
    }
    for (Piece piece : pieces) {
      if (!piece.html()) {
        append(text, piece.words());
      } else if (!groupsWithPlain.contains(piece.group())) {
        VisibleText visible = VisibleText.of(piece.words(), maxChars);
        append(text, visible.shown());
        append(hidden, visible.hidden());
        cut |= visible.cut();
      }
    }
    String kept = CleanText.cut(text.toString(), maxChars);
    return new Mail.Content(
        new UntrustedText(kept),
        new UntrustedText(CleanText.cut(hidden.toString(), MAX_HIDDEN_CHARS)),
        attachments,
        cut || kept.length() < text.length());
  }

  private static void append(StringBuilder to, String words) {
    if (!words.isBlank()) {
      to.append(to.isEmpty() ? "" : "\n\n").append(CleanText.lines(words).strip());
    }
  }

  private record Piece(int group, boolean html, String words) {}
}
