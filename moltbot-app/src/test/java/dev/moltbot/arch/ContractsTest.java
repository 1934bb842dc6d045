package dev.moltbot.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The kit's promises are kept whole by everyone who makes them. */
class ContractsTest {

  @Test
  void areOverriddenAndDisabledNowhere() {
    JavaClasses tests = new ClassFileImporter().importPackages("dev.moltbot.adapter");
    assertThat(tests.stream().filter(c -> c.getSimpleName().endsWith("Test"))).isNotEmpty();
    Rules.NO_CONTRACT_TEST_IS_OVERRIDDEN_OR_DISABLED.check(tests);
  }

  @Test
  void wouldBeSeenIfTheyWere() {
    JavaClasses planted =
        new ClassFileImporter().importPackages("dev.moltbot.arch.planted.contract");
    assertThat(
            Rules.NO_CONTRACT_TEST_IS_OVERRIDDEN_OR_DISABLED
                .evaluate(planted)
                .getFailureReport()
                .getDetails())
        .hasSize(2);
  }
}
