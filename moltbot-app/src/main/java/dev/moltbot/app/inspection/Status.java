package dev.moltbot.app.inspection;

import java.util.Locale;

/** How a check ended. */
public enum Status {
  PASS,
  WARN,
  FAIL,
  /** It could not know, and says why. */
  SKIP;

  /** As it is written in outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is something to mend. */
  public boolean isFinding() {
    return this == WARN || this == FAIL;
  }
}
