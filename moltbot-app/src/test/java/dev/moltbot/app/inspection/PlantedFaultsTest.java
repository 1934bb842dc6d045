package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults, one at a time: the audit finds that one, by name, and nothing else. */
class PlantedFaultsTest {
  @TempDir Path folder;

  static List<Fault> faults() {
    return Stream.of(InfrastructureFaults.ALL, CredentialFaults.ALL, RuntimeFaults.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void findsNothingInACleanSetup() throws IOException, InterruptedException {
    Findings findings = audit(CleanSetup.in(folder.toRealPath()));
    assertThat(findings.toMend()).isEmpty();
    assertThat(findings.of(Status.PASS)).hasSizeGreaterThan(65);
  }

  @Test
  void findsNothingOnACleanHost() throws IOException, InterruptedException {
    var setup = CleanSetup.in(folder.toRealPath());
    setup.host();
    assertThat(audit(setup).toMend()).isEmpty();
  }

  @Test
  void findsNothingWhereRootLooksAtTheSandboxesFolders() throws IOException, InterruptedException {
    assumeTrue(new UnixSystem().getUid() == 0);
    var setup = CleanSetup.in(folder.toRealPath());
    setup.host();
    setup.change("machine/proc/self/status", "Uid:\t10001", "Uid:\t0");
    for (String one : List.of(".openclaw", ".openclaw/.env")) {
      Files.setAttribute(setup.path(one), "unix:uid", 10_001);
    }
    assertThat(audit(setup).toMend()).isEmpty();
  }

  @Test
  void takesNoRouteForAWayOutThatEndsInTheInternalNetwork() throws Exception {
    var setup = CleanSetup.in(folder.toRealPath());
    String way = "eth0\t00000000\t012812C6\t0003\t0\t0\t0\t00000000";
    setup.change(
        "machine/proc/net/route", "eth0\t002812C6\t00000000\t0001\t0\t0\t0\t00FFFFFF", way);
    assertThat(audit(setup).toMend()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsExactlyWhatWasPlanted(Fault fault) throws Exception {
    var setup = CleanSetup.in(folder.toRealPath());
    assumeTrue(!fault.what().contains("(as root)") || new UnixSystem().getUid() == 0);
    fault.plant().in(setup);
    Findings findings = audit(setup);
    assertThat(findings.toMend()).extracting(one -> one.check().id()).containsExactly(fault.id());
    assertThat(findings.toMend().getFirst().outcome().remedy()).isNotBlank();
    assertThat(findings.bad(true)).isTrue();
    boolean critical = findings.toMend().getFirst().status() == Status.FAIL;
    assertThat(findings.bad(false)).isEqualTo(critical);
    assertThat(findings.fields().toString()).doesNotContain("FakeFakeFake");
  }

  @Test
  void plantsOneForNearlyEveryCheck() {
    List<String> planted = faults().stream().map(Fault::id).distinct().toList();
    assertThat(faults()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(planted).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Checks.audit()).extracting(Check::id).containsAll(planted).doesNotHaveDuplicates();
  }

  private static Findings audit(CleanSetup setup) throws InterruptedException {
    return Inspection.run(Checks.audit(), setup.scene(), false);
  }
}
