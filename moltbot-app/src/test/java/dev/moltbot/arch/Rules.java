package dev.moltbot.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.moltbot.arch.Conditions.ambient;
import static dev.moltbot.arch.Conditions.keepContractsWhole;
import static dev.moltbot.arch.Conditions.keepOutOfOtherAdaptersInnerPackages;
import static dev.moltbot.arch.Conditions.makesAClient;
import static dev.moltbot.arch.Conditions.makesAServer;
import static dev.moltbot.arch.Conditions.makesAnOutboundMessage;
import static dev.moltbot.arch.Conditions.notReturn;
import static dev.moltbot.arch.Conditions.notTake;

import com.google.inject.Module;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.hook.ServerBounds;
import java.util.Map;
import java.util.Optional;

/** The shape of the house, as allow-lists: what nobody foresaw fails, too. */
final class Rules {
  /** What adapters share. */
  private static final String[] SHARED = {
    "dev.moltbot..wire..",
    "dev.moltbot..mime..",
    "dev.moltbot..card..",
    "dev.moltbot..setting..",
    "dev.moltbot..channel..",
    "dev.moltbot..state..",
    "dev.moltbot..botapi..",
    "dev.moltbot..hook..",
    "dev.moltbot..fake..",
    "dev.moltbot..naming..",
    "dev.moltbot..export.."
  };

  /** Pure decisions: no network, no files, no clock, no logging, no framework. */
  static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage("dev.moltbot..domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.moltbot.domain..",
              "java.lang..",
              "java.util",
              "java.util.function",
              "java.util.stream",
              "java.util.regex",
              "java.time..",
              "java.text",
              "java.nio.charset",
              "java.security",
              "org.jspecify..");

  static final ArchRule PORTS_KNOW_ONLY_THE_DOMAIN =
      classes()
          .that()
          .resideInAnyPackage("dev.moltbot..port..", "dev.moltbot..flow..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.moltbot.domain..",
              "dev.moltbot.port..",
              "dev.moltbot.flow..",
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify..");

  static final ArchRule PORTS_DO_NOT_KNOW_THE_FLOWS =
      noClasses()
          .that()
          .resideInAPackage("dev.moltbot..port..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.moltbot.flow..");

  static final ArchRule ADAPTERS_DO_NOT_KNOW_THE_FLOWS =
      noClasses()
          .that()
          .resideInAPackage("dev.moltbot..adapter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.moltbot.flow..", "dev.moltbot.app..");

  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      SlicesRuleDefinition.slices()
          .matching("dev.moltbot..adapter.(*)..")
          .should()
          .notDependOnEachOther();

  /** What adapters share knows none of them. */
  static final ArchRule SHARED_PARTS_KNOW_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAnyPackage(SHARED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.moltbot.adapter..", "dev.moltbot.flow..", "dev.moltbot.app..");

  static final ArchRule AN_ADAPTER_SHOWS_ITS_MODULE_AND_CONFIG_ONLY =
      classes()
          .that()
          .resideInAPackage("dev.moltbot..adapter.*")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .beAssignableTo(Module.class)
          .orShould()
          .haveSimpleNameEndingWith("Config");

  static final ArchRule INNER_PACKAGES_OF_AN_ADAPTER_ARE_ITS_OWN =
      classes().should(keepOutOfOtherAdaptersInnerPackages());

  /** Accesses, not calls: {@code callMethod} does not see the method reference Instant::now. */
  static final ArchRule EVERYTHING_BUT_THE_APP_IS_HANDED_TIME_AND_IDS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.moltbot..domain..",
              "dev.moltbot..port..",
              "dev.moltbot..flow..",
              "dev.moltbot..adapter..")
          .or()
          .resideInAnyPackage(SHARED)
          .should()
          .accessTargetWhere(ambient())
          .because("any decision must replay in a test");

  /** Consent is a type: there is one door, and this is who may open it. */
  static final ArchRule ONLY_AN_APPROVAL_MAKES_SOMETHING_SENDABLE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Approval.class, OutboundMessage.class)
          .should()
          .callConstructorWhere(makesAnOutboundMessage());

  static final ArchRule HTTP_STAYS_IN_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.moltbot.adapter..",
              "dev.moltbot.wire..",
              "dev.moltbot.channel..",
              "dev.moltbot.botapi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "retrofit2..", "java.net.http..");

  /** A client made elsewhere, or changed, has no guard. */
  static final ArchRule HTTP_CLIENTS_ARE_MADE_GUARDED =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.moltbot.wire..")
          .should()
          .accessTargetWhere(makesAClient());

  /** The JDK's server takes its bounds once for the process, from whoever makes the first. */
  static final ArchRule HTTP_SERVERS_ARE_MADE_BOUNDED =
      noClasses()
          .that()
          .doNotBelongToAnyOf(ServerBounds.class)
          .should()
          .accessTargetWhere(makesAServer());

  static final ArchRule SQL_STAYS_IN_POSTGRES =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.moltbot.adapter.postgres..", "dev.moltbot.embed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..");

  static final ArchRule NO_OPTIONAL_FIELDS =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("dev.moltbot..domain..", "dev.moltbot..port..", "dev.moltbot..flow..")
          .and()
          .arePublic()
          .should()
          .haveRawType(Optional.class);

  static final ArchRule NO_OPTIONAL_PARAMETERS =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("dev.moltbot..domain..", "dev.moltbot..port..", "dev.moltbot..flow..")
          .should(notTake(Optional.class))
          .allowEmptyShould(false);

  static final ArchRule NO_UNTYPED_SIGNATURES =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("dev.moltbot..domain..", "dev.moltbot..port..", "dev.moltbot..flow..")
          .and()
          .arePublic()
          .and()
          .doNotHaveName("equals")
          .should(notTake(Object.class))
          .andShould(notReturn(Object.class, Map.class));

  static final ArchRule NO_CYCLES_IN_THE_CORE =
      SlicesRuleDefinition.slices().matching("dev.moltbot.(**)").should().beFreeOfCycles();

  /** A hole punched into a contract is a promise broken in silence. */
  static final ArchRule NO_CONTRACT_TEST_IS_OVERRIDDEN_OR_DISABLED =
      classes().that().areNotInterfaces().should(keepContractsWhole()).allowEmptyShould(false);

  private Rules() {}
}
