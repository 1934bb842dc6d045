package dev.moltbot.domain.message;

import java.util.ArrayList;
import java.util.List;

/**
 * How an answer is tied to what it answers, where a channel wants to be told (RFC 5322, 3.6.4).
 *
 * @param reference the answered message's own public id, or empty
 * @param ancestors the ids before it, oldest first; the middle is cut when there are too many
 */
public record Threading(String reference, List<String> ancestors) {
  /** Most ancestors kept. */
  public static final int MAX_ANCESTORS = 30;

  /** For channels that need no such thing. */
  public static final Threading NONE = new Threading("", List.of());

  public Threading {
    if (reference.length() > NativeIds.MAX_CHARS) {
      throw new IllegalArgumentException("reference is " + reference.length() + " characters");
    }
    ancestors = bounded(ancestors);
  }

  /** Keeps the root and the newest, as mail programs do. */
  private static List<String> bounded(List<String> all) {
    if (all.size() <= MAX_ANCESTORS) {
      return List.copyOf(all);
    }
    var kept = new ArrayList<>(all.subList(0, 1));
    kept.addAll(all.subList(all.size() - MAX_ANCESTORS + 1, all.size()));
    return List.copyOf(kept);
  }
}
