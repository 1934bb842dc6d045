package dev.moltbot.adapter.gmail;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The two things a token may do, and the refusal of a token that may do more or less. */
final class Scopes {
  private static final String PREFIX = "https://www.googleapis.com/auth/";
  static final Set<String> WANTED = Set.of(PREFIX + "gmail.readonly", PREFIX + "gmail.send");

  /** Longest list of scopes repeated to the owner, in characters. */
  private static final int MAX_SHOWN_CHARS = 300;

  private Scopes() {}

  /** What is wrong with a token of these scopes; empty when it may do exactly what is wanted. */
  static Optional<String> fault(String granted) {
    Set<String> have = Set.of(granted.strip().split("\\s+", -1));
    Set<String> more = new TreeSet<>(have);
    more.removeAll(WANTED);
    Set<String> less = new TreeSet<>(WANTED);
    less.removeAll(have);
    if (more.isEmpty() && less.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the Gmail token has the wrong scopes:"
            + named(" too many: ", more)
            + named(" missing: ", less));
  }

  private static String named(String what, Set<String> scopes) {
    if (scopes.isEmpty()) {
      return "";
    }
    String names = String.join(" ", scopes).replaceAll("[^\\x21-\\x7e ]", "?");
    return what + names.substring(0, Math.min(names.length(), MAX_SHOWN_CHARS));
  }
}
