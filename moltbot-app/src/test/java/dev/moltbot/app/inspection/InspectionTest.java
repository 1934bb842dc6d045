package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks are run, counted and shown; one that fails itself is never taken for one that passed. */
class InspectionTest {
  private static final Check FINE =
      Check.critical("some.fine", "t", "w", scene -> Outcome.fine("good"));
  private static final Check BAD =
      Check.critical("some.bad", "t", "w", scene -> Outcome.found("bad", "mend it"));
  private static final Check WORN =
      Check.warning("some.worn", "t", "w", scene -> Outcome.found("worn", "look"));
  private static final Check NOTE =
      Check.info("some.note", "t", "w", scene -> Outcome.found("news", "read"));

  @TempDir Path folder;

  @Test
  void countsByWhatWasFoundAndHowBadItIs() throws InterruptedException {
    assertThat(run(FINE).bad(true)).isFalse();
    assertThat(run(BAD).bad(false)).isTrue();
    assertThat(run(WORN).bad(false)).isFalse();
    assertThat(run(WORN).bad(true)).isTrue();
    assertThat(run(NOTE).bad(true)).isFalse();
    assertThat(run(FINE, BAD, WORN, NOTE).fields().get("summary"))
        .isEqualTo(Map.of("checks", 4, "pass", 1, "warn", 2, "fail", 1, "skip", 0));
  }

  @Test
  void takesAFaultInACheckForAFindingAndQuotesNothingOfIt() throws InterruptedException {
    Check faulty =
        Check.critical(
            "some.faulty",
            "t",
            "w",
            scene -> {
              throw new IOException("sk-secret");
            });
    Finding one = run(faulty).all().getFirst();
    assertThat(one.status()).isEqualTo(Status.FAIL);
    assertThat(one.outcome().seen()).contains("IOException").doesNotContain("sk-secret");
  }

  @Test
  void waitsForNoCheckLongerThanItsLimit() throws InterruptedException {
    Check endless =
        new Check(
            "some.endless",
            Severity.CRITICAL,
            "t",
            "w",
            false,
            Duration.ofMillis(20),
            scene -> {
              new CountDownLatch(1).await();
              return Outcome.fine("");
            },
            scene -> "");
    Findings findings = run(endless, FINE);
    assertThat(findings.all().get(0).outcome().seen()).startsWith("no end");
    assertThat(findings.all().get(1).status()).isEqualTo(Status.PASS);
  }

  @Test
  void triesThingsOnlyWhenAsked() throws InterruptedException {
    assertThat(run(BAD.onlyDeep()).of(Status.SKIP)).hasSize(1);
    assertThat(Inspection.run(List.of(BAD.onlyDeep()), scene(), true).bad(false)).isTrue();
  }

  @Test
  void sparesTheOwnerWhatIsSuppressedAndNamesTheSuppression()
      throws InterruptedException, IOException {
    suppress("some.bad until 2026-12-01 because the part is ordered");
    Findings findings = run(BAD);
    assertThat(findings.bad(true)).isFalse();
    assertThat(findings.of(Status.SKIP).getFirst().outcome().seen()).contains("ordered");
    assertThat(scene().suppressions().judged(List.of("some.bad")).seen()).contains("some.bad");
  }

  @Test
  void hearsOfWhatWasSuppressedOnceTheTimeIsOver() throws InterruptedException, IOException {
    suppress("some.bad until 2026-11-22 because the part is ordered");
    assertThat(run(BAD).bad(false)).isTrue();
    suppress("some.bad for ever");
    assertThat(run(BAD).bad(false)).isTrue();
    assertThat(scene().suppressions().judged(List.of()).kind()).isEqualTo(Outcome.Kind.FOUND);
  }

  @Test
  void mendsWhatCanBeMended() throws InterruptedException, IOException {
    Path flag = folder.resolve("flag");
    Check mendable =
        Check.critical(
                "some.mendable",
                "t",
                "w",
                scene -> Files.exists(flag) ? Outcome.fine("") : Outcome.found("gone", "make it"))
            .mendedBy(scene -> "made " + Files.createFile(flag).getFileName());
    assertThat(Mending.of(run(mendable), scene())).containsExactly("some.mendable: made flag");
    assertThat(run(mendable).bad(true)).isFalse();
  }

  @Test
  void writesSarifWithARuleForEachCheckAndAResultForEachFinding() throws InterruptedException {
    Map<String, Object> log = Sarif.of(run(FINE, BAD, WORN), "1");
    assertThat(log).containsEntry("version", "2.1.0");
    assertThat(log.toString())
        .contains("ruleId=some.bad, ruleIndex=1, kind=fail, level=error")
        .contains("ruleId=some.worn, ruleIndex=2, kind=fail, level=warning")
        .doesNotContain("ruleId=some.fine");
  }

  private Findings run(Check... checks) throws InterruptedException {
    return Inspection.run(List.of(checks), scene(), false);
  }

  private void suppress(String line) throws IOException {
    Files.createDirectories(folder.resolve(".openclaw"));
    Files.writeString(folder.resolve(".openclaw/suppressions"), line + "\n");
  }

  private Scene scene() {
    return Scene.of(
        new Site(
            folder,
            folder,
            folder,
            folder.resolve("docker.sock"),
            Map.of(),
            () -> Instant.parse("2026-11-23T12:00:00Z")));
  }
}
