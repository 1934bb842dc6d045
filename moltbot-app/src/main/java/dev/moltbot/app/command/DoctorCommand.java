package dev.moltbot.app.command;

import dev.moltbot.app.inspection.Checks;
import dev.moltbot.app.inspection.Findings;
import dev.moltbot.app.inspection.Inspection;
import dev.moltbot.app.inspection.Mending;
import dev.moltbot.app.inspection.Scene;
import dev.moltbot.app.inspection.Site;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot doctor}. */
@Command(
    name = "doctor",
    description = {
      "Check that Moltbot works, and say what to do where it does not.",
      "Exit 1 when something does not work, 78 when the settings cannot be read."
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--fix", description = "Mend what can be mended without harm, then check again.")
  private boolean fix;

  @Option(names = "--all", description = "Also show what was skipped, and why.")
  private boolean all;

  @Override
  public Integer call() throws InterruptedException {
    Findings findings = look();
    if (fix) {
      Mending.of(findings, Scene.of(Site.here())).forEach(shared::remark);
      findings = look();
    }
    new FindingsView(findings).show(shared, all);
    return FindingsView.exit(findings, false);
  }

  private static Findings look() throws InterruptedException {
    return Inspection.run(Checks.doctor(), Scene.of(Site.here()), true);
  }
}
