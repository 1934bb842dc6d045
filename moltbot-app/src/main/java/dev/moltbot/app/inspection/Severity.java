package dev.moltbot.app.inspection;

import java.util.Locale;

/** How bad it is when a check finds something. */
public enum Severity {
  /** Somebody could get at something, or something does not work. Always exit status 1. */
  CRITICAL,
  /** Worth mending soon. Exit status 1 with {@code --strict}. */
  WARN,
  /** Good to know. Never changes the exit status. */
  INFO;

  /** As it is written in outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
