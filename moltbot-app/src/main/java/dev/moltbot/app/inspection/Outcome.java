package dev.moltbot.app.inspection;

/**
 * What a check saw. Neither text ever holds a secret, a message or a third person's handle.
 *
 * @param seen what there is, in a few words
 * @param remedy what to do about it: one command or address; empty when nothing is to be done
 */
public record Outcome(Kind kind, String seen, String remedy) {

  /** What it amounts to; how bad it is, is the check's own severity. */
  public enum Kind {
    FINE,
    FOUND,
    /** Found, and less bad than the check's severity says. */
    MILD,
    UNKNOWN
  }

  public static Outcome fine(String seen) {
    return new Outcome(Kind.FINE, seen, "");
  }

  public static Outcome found(String seen, String remedy) {
    return new Outcome(Kind.FOUND, seen, remedy);
  }

  /** A warning of a check that can do worse. */
  public static Outcome mild(String seen, String remedy) {
    return new Outcome(Kind.MILD, seen, remedy);
  }

  /** It cannot be known here; never a finding, and never a pass. */
  public static Outcome unknown(String why) {
    return new Outcome(Kind.UNKNOWN, why, "");
  }

  Status status(Severity severity) {
    return switch (kind) {
      case FINE -> Status.PASS;
      case FOUND -> severity == Severity.CRITICAL ? Status.FAIL : Status.WARN;
      case MILD -> Status.WARN;
      case UNKNOWN -> Status.SKIP;
    };
  }
}
