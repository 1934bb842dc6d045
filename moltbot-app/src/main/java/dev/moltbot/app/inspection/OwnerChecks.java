package dev.moltbot.app.inspection;

import dev.moltbot.adapter.desk.DeskConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is heard: one person, by number. */
final class OwnerChecks {
  static final List<Check> CHECKS =
      List.of(
          Check.critical(
              "credentials.telegram-authorized-user-id-set",
              "the owner is named (TELEGRAM_AUTHORIZED_USER_ID, here MOLTBOT_DESK_OWNER)",
              "without it nobody can approve, and nobody is told",
              OwnerChecks::ownerSet),
          Check.critical(
              "credentials.telegram-authorized-user-id-numeric",
              "the owner is a number",
              "a name on Telegram can be given up and taken by somebody else; a number cannot",
              OwnerChecks::ownerNumeric),
          Check.critical(
              "credentials.telegram-authorized-user-id-only",
              "the owner is the only one",
              "everyone on a list could approve what is sent in your name",
              OwnerChecks::ownerOnly));

  private OwnerChecks() {}

  private static Outcome ownerSet(Scene scene) {
    return scene.value(DeskConfig.OWNER).isEmpty()
        ? Outcome.found(
            "MOLTBOT_DESK_OWNER is not set", "run moltbot onboard: it finds your number")
        : Outcome.fine("set");
  }

  private static Outcome ownerNumeric(Scene scene) {
    String owner = scene.value(DeskConfig.OWNER);
    if (owner.isEmpty() || owner.matches(".*[,; ].*")) {
      return Outcome.unknown(owner.isEmpty() ? "not set" : "it is a list");
    }
    return owner.matches("[1-9]\\d{0,18}")
        ? Outcome.fine("a person's number")
        : Outcome.found(
            "MOLTBOT_DESK_OWNER is no person's number",
            "run moltbot onboard: it finds your number");
  }

  /** Also what is left of another program's list of people. */
  private static Outcome ownerOnly(Scene scene) {
    String owner = scene.value(DeskConfig.OWNER);
    if (owner.matches(".*[,; ].*")) {
      return Outcome.found("MOLTBOT_DESK_OWNER names several", "leave your own number alone there");
    }
    List<String> others =
        Stream.concat(
                scene.site().process().entrySet().stream(), scene.values().entrySet().stream())
            .filter(one -> one.getKey().matches("TELEGRAM_AUTHORIZED_USER_IDS?"))
            .filter(one -> !one.getValue().strip().equals(owner))
            .map(Map.Entry::getKey)
            .distinct()
            .toList();
    return others.isEmpty()
        ? Outcome.fine("nobody else is named")
        : Outcome.found(
            others.getFirst() + " names somebody else", "take " + others.getFirst() + " out");
  }
}
