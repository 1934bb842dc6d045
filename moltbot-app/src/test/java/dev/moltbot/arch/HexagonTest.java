package dev.moltbot.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for the program, and is shown to fail where it is broken on purpose. */
class HexagonTest {
  private static final String PLANTED = "dev.moltbot.arch.planted";

  private static final Map<String, ArchRule> RULES =
      Map.ofEntries(
          Map.entry("domain", Rules.DOMAIN_KNOWS_ONLY_THE_JDK),
          Map.entry("port", Rules.PORTS_KNOW_ONLY_THE_DOMAIN),
          Map.entry("portflow", Rules.PORTS_DO_NOT_KNOW_THE_FLOWS),
          Map.entry("adapterflow", Rules.ADAPTERS_DO_NOT_KNOW_THE_FLOWS),
          Map.entry("adapters", Rules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER),
          Map.entry("shared", Rules.SHARED_PARTS_KNOW_NO_ADAPTER),
          Map.entry("adapterface", Rules.AN_ADAPTER_SHOWS_ITS_MODULE_AND_CONFIG_ONLY),
          Map.entry("inner", Rules.INNER_PACKAGES_OF_AN_ADAPTER_ARE_ITS_OWN),
          Map.entry("ambient", Rules.EVERYTHING_BUT_THE_APP_IS_HANDED_TIME_AND_IDS),
          Map.entry("consent", Rules.ONLY_AN_APPROVAL_MAKES_SOMETHING_SENDABLE),
          Map.entry("http", Rules.HTTP_STAYS_IN_ADAPTERS),
          Map.entry("client", Rules.HTTP_CLIENTS_ARE_MADE_GUARDED),
          Map.entry("server", Rules.HTTP_SERVERS_ARE_MADE_BOUNDED),
          Map.entry("sql", Rules.SQL_STAYS_IN_POSTGRES),
          Map.entry("optionalfield", Rules.NO_OPTIONAL_FIELDS),
          Map.entry("optionalparameter", Rules.NO_OPTIONAL_PARAMETERS),
          Map.entry("untyped", Rules.NO_UNTYPED_SIGNATURES),
          Map.entry("cycle", Rules.NO_CYCLES_IN_THE_CORE));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.moltbot");

  /** A rule over nothing holds; so this comes first. */
  @Test
  void seesTheWholeProgram() {
    for (String name :
        List.of("domain.approval", "port", "flow", "adapter.postgres", "channel", "app")) {
      assertThat(PROGRAM.stream().map(c -> c.getPackageName())).contains("dev.moltbot." + name);
    }
  }

  @TestFactory
  Stream<DynamicTest> holds() {
    return RULES.entrySet().stream()
        .map(rule -> dynamicTest(rule.getValue().getDescription(), () -> check(rule.getValue())));
  }

  private static void check(ArchRule rule) {
    rule.check(PROGRAM);
  }

  /** One violation per rule, in a package of the rule's name. */
  @TestFactory
  Stream<DynamicTest> canFail() {
    return RULES.entrySet().stream()
        .map(rule -> dynamicTest(rule.getKey(), () -> catches(rule.getKey(), rule.getValue())));
  }

  private static void catches(String planted, ArchRule rule) {
    // Only a class in the approval's own package can even try to forge a message.
    String where =
        planted.equals("consent") ? "dev.moltbot.domain.approval" : PLANTED + "." + planted;
    JavaClasses violation = new ClassFileImporter().importPackages(where);
    assertThat(violation).isNotEmpty();
    assertThat(rule.evaluate(violation).hasViolation()).isTrue();
  }
}
