package dev.moltbot.app.inspection;

import java.util.List;

/** Whether the settings can be read at all, and mean something. */
final class Configuration {
  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              Findings.READABLE,
              "the settings can be read, and every name in them is known",
              "a setting that is mistyped is ignored, and a file that cannot be read sets nothing",
              Configuration::readable));

  private Configuration() {}

  private static Outcome readable(Scene scene) {
    return scene.problems().isEmpty()
        ? Outcome.fine(scene.values().isEmpty() ? "nothing is set" : "read without a problem")
        : Outcome.found(
            String.join("; ", scene.problems()),
            "correct the line; .env.example names every setting");
  }
}
