package dev.moltbot.app.inspection;

import java.util.ArrayList;
import java.util.List;

/** Mends what was found, where a check knows a way that can do no harm. */
public final class Mending {
  private Mending() {}

  /** What was done and what could not be, a line each. */
  public static List<String> of(Findings findings, Scene scene) {
    var done = new ArrayList<String>();
    for (Finding one : findings.toMend()) {
      String what = mended(one.check(), scene);
      if (!what.isEmpty()) {
        done.add(one.check().id() + ": " + what);
      }
    }
    return done;
  }

  private static String mended(Check check, Scene scene) {
    try {
      return check.repair().of(scene);
    } catch (Exception e) {
      return "could not be mended (" + e.getClass().getSimpleName() + ")";
    }
  }
}
