package dev.moltbot.port;

import java.util.List;

/**
 * Where a card is shown, in the desk's own words: one part per message it took.
 *
 * @param parts in order; the last one carries the buttons
 */
public record ShownCard(List<String> parts) {

  public ShownCard {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a card is shown in at least one part");
    }
  }
}
