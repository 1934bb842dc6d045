package dev.moltbot.adapter.tokens;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two things a token for the sandbox may do. A stronger one stays here. */
final class Scopes {
  private static final String PREFIX = "https://www.googleapis.com/auth/";
  private static final Set<String> GRANTED =
      Set.of(PREFIX + "gmail.readonly", PREFIX + "gmail.send");

  private Scopes() {}

  static boolean exactly(@Nullable String scope) {
    return scope != null && new HashSet<>(List.of(scope.strip().split("\\s+", -1))).equals(GRANTED);
  }
}
