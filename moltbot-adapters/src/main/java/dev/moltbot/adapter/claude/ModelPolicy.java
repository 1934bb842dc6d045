package dev.moltbot.adapter.claude;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which models may read the owner's messages. Weaker models are turned around more easily by what
 * they read, so only the strongest families are let in, by name, from version 4.5 on. A list of
 * what is allowed: a model nobody here has heard of is refused.
 */
final class ModelPolicy {
  private static final Pattern NAME =
      Pattern.compile("claude-([a-z]+)-([0-9]{1,3})(?:-([0-9]{1,2}))?(?:-(20[0-9]{6}))?");
  private static final Pattern STRONG = Pattern.compile("opus|sonnet|fable");
  private static final int OLDEST_MAJOR = 4;
  private static final int OLDEST_MINOR = 5;

  private ModelPolicy() {}

  /** Why the model is refused, as one line for the owner; empty if it is accepted. */
  static Optional<String> refusal(String model) {
    if (model.contains("latest")) {
      return refused(model, "an alias may change its meaning overnight; name a version");
    }
    Matcher name = NAME.matcher(model);
    if (!name.matches()) {
      return refused(model, "not a model name this version knows");
    }
    if (!STRONG.matcher(name.group(1)).matches()) {
      return refused(model, "of the " + name.group(1) + " family, and only the strongest may read");
    }
    return recent(name) ? Optional.empty() : refused(model, "older than version 4.5");
  }

  private static boolean recent(Matcher name) {
    int major = Integer.parseInt(name.group(2));
    int minor = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
    return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR);
  }

  private static Optional<String> refused(String model, String why) {
    String shown = model.replaceAll("[^ -~]", "?");
    return Optional.of(
        "model '%.60s' is refused: %s. Accepted: claude-opus, claude-sonnet and claude-fable, 4.5 or newer, such as %s"
            .formatted(shown, why, ClaudeConfig.DEFAULT_MODEL));
  }
}
