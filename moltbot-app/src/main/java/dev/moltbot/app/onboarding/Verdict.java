package dev.moltbot.app.onboarding;

import dev.moltbot.port.ChannelCheck.Health;

/** What trying an answer showed. */
sealed interface Verdict {

  /** It works; {@code said} is for the person. */
  record Good(String said) implements Verdict {}

  /** It does not, and is not kept. */
  record Bad(String why, String remedy) implements Verdict {}

  /** Nobody could say; it is kept, and tried again later. */
  record Unsure(String why) implements Verdict {}

  /** As a service's health. */
  static Verdict of(Health health) {
    return switch (health) {
      case Health.Fine(var detail) -> new Good(detail);
      case Health.Missing(var what, var remedy) -> new Bad(what, remedy);
      case Health.Unreachable(var reason) -> new Unsure(reason);
    };
  }
}
