package dev.moltbot.domain.egress;

import java.util.stream.Collectors;

/**
 * Something that a wall did not let out. Never a path, where a bot's token stands. What is longer
 * than a limit is cut, and what is not plain ASCII is shown as a question mark: a host may be
 * anything that somebody wanted to reach.
 *
 * @param wall {@code guard} or {@code gateway}
 * @param caller as whom, such as {@code moltbot}
 * @param asked a method, or {@code look-up} for a name
 * @param why in the program's own words
 */
public record Refusal(String wall, String caller, String asked, String host, String why) {
  /** Longest part kept, in characters. */
  public static final int MAX_CHARS = 120;

  public Refusal {
    wall = plain(wall);
    caller = plain(caller);
    asked = plain(asked);
    host = plain(host);
    why = plain(why);
  }

  private static String plain(String text) {
    return text.chars()
        .limit(MAX_CHARS)
        .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : "?")
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return asked + " of " + host + " by " + caller + ": " + why;
  }
}
