package dev.moltbot.app.command;

import dev.moltbot.app.inspection.Checks;
import dev.moltbot.app.inspection.Findings;
import dev.moltbot.app.inspection.FirstSeen;
import dev.moltbot.app.inspection.Inspection;
import dev.moltbot.app.inspection.Sarif;
import dev.moltbot.app.inspection.Scene;
import dev.moltbot.app.inspection.Site;
import dev.moltbot.app.inspection.Status;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.StoreUnavailable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot security audit}. */
@Command(
    name = "audit",
    description = {
      "Check that this set-up is safe: the sandbox, the credentials, the program, what is due.",
      "Exit 1 when something critical was found, 78 when the settings cannot be read."
    })
final class SecurityAuditCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  /** The one word there is. */
  enum Depth {
    deep
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "deep",
      description = "Also try things: reach what is forbidden, write outside, look for secrets.")
  private @Nullable Depth word;

  @Option(names = "--deep", description = "The same.")
  private boolean deep;

  @Option(names = "--strict", description = "Exit 1 for warnings, too.")
  private boolean strict;

  @Option(names = "--sarif", description = "Print the findings as SARIF 2.1.0.")
  private boolean sarif;

  @Option(names = "--all", description = "Also show what was skipped, and why.")
  private boolean all;

  @Override
  public Integer call() throws InterruptedException {
    var scene = Scene.of(Site.here());
    FirstSeen.note(scene);
    boolean thorough = deep || word == Depth.deep;
    Findings findings = Inspection.run(Checks.audit(), scene, thorough);
    if (thorough) {
      remember(findings, scene);
    }
    if (sarif) {
      shared.output().json(Sarif.of(findings, Version.number()));
    } else {
      new FindingsView(findings).show(shared, all);
    }
    return FindingsView.exit(findings, strict);
  }

  /** For the next audit, which says when one is due; while Moltbot is not running, nobody knows. */
  private static void remember(Findings findings, Scene scene) {
    var event =
        new AuditEvent.Inspected(
            "deep",
            findings.of(Status.FAIL).size(),
            findings.of(Status.WARN).size(),
            findings.of(Status.PASS).size());
    try {
      scene.premises().ifPresent(premises -> premises.note(event, scene.now()));
    } catch (StoreUnavailable e) {
      return;
    }
  }
}
