package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drill goes through where a weakness was planted, and nowhere else. */
class DrillFaultsTest {
  private static final List<Check> DRILLS = DrillChecks.CHECKS;

  @TempDir Path folder;

  static List<Fault> faults() {
    return DrillFaults.ALL;
  }

  @Test
  void findsNothingInACleanSetup() throws IOException, InterruptedException {
    Findings findings = audit(CleanSetup.in(folder.toRealPath()));
    assertThat(findings.toMend()).isEmpty();
    assertThat(findings.of(Status.PASS)).isNotEmpty();
    assertThat(DRILLS).allMatch(Check::deep);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsExactlyWhatWasPlanted(Fault fault) throws Exception {
    var setup = CleanSetup.in(folder.toRealPath());
    fault.plant().in(setup);
    Findings findings = audit(setup);
    assertThat(findings.toMend()).extracting(one -> one.check().id()).containsExactly(fault.id());
    assertThat(findings.bad(false)).isTrue();
    assertThat(findings.toMend().getFirst().outcome().remedy()).isNotBlank();
  }

  private static Findings audit(CleanSetup setup) throws InterruptedException {
    return Inspection.run(DRILLS, setup.scene(), true);
  }
}
