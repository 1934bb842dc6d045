package dev.moltbot.app.command;

import dev.moltbot.app.inspection.Finding;
import dev.moltbot.app.inspection.Findings;
import dev.moltbot.app.inspection.Status;
import java.io.PrintStream;

/** What checks came to, as words and as fields. */
final class FindingsView {
  private final Findings findings;

  FindingsView(Findings findings) {
    this.findings = findings;
  }

  /** The exit status that says it; see {@link Exit}. */
  static int exit(Findings findings, boolean strict) {
    if (findings.unreadable()) {
      return Exit.CONFIG;
    }
    return findings.bad(strict) ? Exit.FINDINGS : Exit.OK;
  }

  /**
   * Prints it.
   *
   * @param all whether skipped checks are shown, too
   */
  void show(Shared shared, boolean all) {
    if (shared.json()) {
      shared.output().json(findings.fields());
      return;
    }
    PrintStream out = shared.output().data();
    var table = new Table("STATUS", "CHECK", "SEEN");
    findings.all().stream()
        .filter(one -> all || one.status() != Status.SKIP)
        .forEach(one -> table.row(one.status().word(), one.check().id(), one.outcome().seen()));
    shared.print(table);
    findings.toMend().forEach(one -> explain(one, out));
    out.println();
    out.println(summary());
  }

  private static void explain(Finding one, PrintStream out) {
    out.println();
    out.println(one.status().word() + " " + one.check().id() + ": " + TextWidth.plain(seen(one)));
    out.println("  Why it matters: " + one.check().why());
    out.println("  To do: " + TextWidth.plain(one.outcome().remedy()));
  }

  private static String seen(Finding one) {
    return one.outcome().seen();
  }

  private String summary() {
    return "%d checks: %d passed, %d to mend now, %d to look at, %d skipped"
        .formatted(
            findings.all().size(),
            findings.of(Status.PASS).size(),
            findings.of(Status.FAIL).size(),
            findings.of(Status.WARN).size(),
            findings.of(Status.SKIP).size());
  }
}
