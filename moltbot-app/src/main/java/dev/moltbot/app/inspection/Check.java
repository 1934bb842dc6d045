package dev.moltbot.app.inspection;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One question that is asked of a set-up.
 *
 * @param id never changes once released: {@code family.what-is-asked}
 * @param title what holds when it passes
 * @param why why that matters, in one sentence
 * @param deep whether it tries things and takes its time; runs only when asked for
 * @param limit how long it may take; after that it counts as found
 */
public record Check(
    String id,
    Severity severity,
    String title,
    String why,
    boolean deep,
    Duration limit,
    Look look,
    Repair repair) {
  private static final Pattern ID = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
  private static final Duration QUICK = Duration.ofSeconds(20);
  private static final Duration PATIENT = Duration.ofMinutes(2);

  public Check {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no id of a check: " + id);
    }
  }

  /** Looks, and changes nothing. Called once a run, from any thread. */
  public interface Look {
    Outcome at(Scene scene) throws Exception;
  }

  /** Mends what was found, where that is safe. */
  public interface Repair {
    /** What was done, or empty when there was nothing that is safe to do. */
    String of(Scene scene) throws Exception;
  }

  public static Check critical(String id, String title, String why, Look look) {
    return of(id, Severity.CRITICAL, title, why, look);
  }

  public static Check warning(String id, String title, String why, Look look) {
    return of(id, Severity.WARN, title, why, look);
  }

  public static Check info(String id, String title, String why, Look look) {
    return of(id, Severity.INFO, title, why, look);
  }

  private static Check of(String id, Severity severity, String title, String why, Look look) {
    return new Check(id, severity, title, why, false, QUICK, look, scene -> "");
  }

  /** The same, only when somebody asks for a deep look. */
  public Check onlyDeep() {
    return new Check(id, severity, title, why, true, PATIENT, look, repair);
  }

  /** The same with a way to mend it that can do no harm. */
  public Check mendedBy(Repair mending) {
    return new Check(id, severity, title, why, deep, limit, look, mending);
  }

  /** The first part of its id. */
  public String family() {
    return id.substring(0, id.indexOf('.'));
  }
}
