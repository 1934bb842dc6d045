package dev.moltbot.app.inspection;

import java.util.List;

/** What has to be done again and again. */
final class Ongoing {
  static final List<Check> CHECKS =
      List.of(
          Check.warning(
              Suppressions.ID,
              "nothing is suppressed",
              "what nobody hears of is not mended",
              scene -> scene.suppressions().judged(Checks.ids())));

  private Ongoing() {}
}
