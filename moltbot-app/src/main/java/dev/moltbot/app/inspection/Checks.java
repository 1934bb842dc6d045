package dev.moltbot.app.inspection;

import java.util.List;
import java.util.stream.Stream;

/** Every check there is, by family. A new one is one line in its family's list. */
public final class Checks {
  private static final List<List<Check>> AUDIT =
      List.of(
          Configuration.CHECKS,
          ComposeChecks.CHECKS,
          SandboxFiles.CHECKS,
          HostChecks.CHECKS,
          EnvChecks.CHECKS,
          Credentials.CHECKS,
          OwnerChecks.CHECKS,
          SandboxChecks.CHECKS,
          HomeChecks.CHECKS,
          ProgramChecks.CHECKS,
          RecordChecks.CHECKS,
          ServiceChecks.CHECKS,
          Leaks.CHECKS,
          DrillChecks.CHECKS,
          Ongoing.CHECKS);

  private Checks() {}

  /** Whether it is safe: {@code moltbot security audit}, deep ones included. */
  public static List<Check> audit() {
    return AUDIT.stream().flatMap(List::stream).toList();
  }

  /** Whether it works: {@code moltbot doctor}. */
  public static List<Check> doctor() {
    return DoctorChecks.all(audit());
  }

  /** The names of all of them. */
  static List<String> ids() {
    return Stream.concat(audit().stream(), doctor().stream()).map(Check::id).distinct().toList();
  }
}
