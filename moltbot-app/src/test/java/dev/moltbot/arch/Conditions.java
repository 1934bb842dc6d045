package dev.moltbot.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.moltbot.domain.approval.OutboundMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rules ask of a class, a method or an access. */
final class Conditions {
  private static final String AMBIENT =
      "now|system.*|tick.*|currentTimeMillis|nanoTime|random|randomUUID";

  /** A package below an adapter's own; the first group is the adapter's. */
  private static final Pattern INNER =
      Pattern.compile("(dev\\.moltbot\\.(?:.*\\.)?adapter\\.[^.]+)\\..+");

  private Conditions() {}

  static DescribedPredicate<JavaAccess<?>> ambient() {
    return DescribedPredicate.describe(
        "an ambient clock, chance or environment",
        access -> {
          AccessTarget target = access.getTarget();
          return target.getName().matches(AMBIENT)
              && resideInAnyPackage("java.time..", "java.util..", "java.lang..")
                  .test(target.getOwner());
        });
  }

  static DescribedPredicate<JavaAccess<?>> makesAClient() {
    return DescribedPredicate.describe(
        "makes or changes an HTTP client",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getTarget().getName();
          return (owner.startsWith("okhttp3.OkHttpClient")
                  && (name.equals("<init>") || name.equals("newBuilder")))
              || owner.startsWith("java.net.http.HttpClient");
        });
  }

  static DescribedPredicate<JavaAccess<?>> makesAServer() {
    return DescribedPredicate.describe(
        "makes an HTTP server",
        access ->
            access.getTarget().getName().equals("create")
                && access.getTargetOwner().isEquivalentTo(HttpServer.class));
  }

  static DescribedPredicate<JavaConstructorCall> makesAnOutboundMessage() {
    return DescribedPredicate.describe(
        "makes an OutboundMessage",
        call -> call.getTargetOwner().isEquivalentTo(OutboundMessage.class));
  }

  static ArchCondition<JavaCodeUnit> notTake(Class<?> type) {
    return new ArchCondition<>("not take " + type.getSimpleName()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean taken =
            unit.getRawParameterTypes().stream().anyMatch(raw -> raw.isEquivalentTo(type))
                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !unit.getName().startsWith("lambda$");
        events.add(new SimpleConditionEvent(unit, !taken, unit.getFullName()));
      }
    };
  }

  static ArchCondition<JavaMethod> notReturn(Class<?>... types) {
    return new ArchCondition<>("not return an untyped value") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        for (Class<?> type : types) {
          boolean returned = method.getRawReturnType().isEquivalentTo(type);
          events.add(new SimpleConditionEvent(method, !returned, method.getFullName()));
        }
      }
    };
  }

  static ArchCondition<JavaClass> keepContractsWhole() {
    return new ArchCondition<>("override and disable no contract test") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        subject.getAllRawInterfaces().stream()
            .filter(contract -> contract.getSimpleName().endsWith("Contract"))
            .flatMap(contract -> contract.getMethods().stream())
            .filter(method -> method.isAnnotatedWith("org.junit.jupiter.api.Test"))
            .filter(method -> subject.tryGetMethod(method.getName()).isPresent())
            .forEach(m -> events.add(SimpleConditionEvent.violated(subject, m.getFullName())));
        if (subject.isAnnotatedWith("org.junit.jupiter.api.Disabled")
            || subject.getMembers().stream().anyMatch(Conditions::disabled)) {
          events.add(SimpleConditionEvent.violated(subject, subject.getName() + " is disabled"));
        }
      }
    };
  }

  /** An adapter in packages of its own shows no more of itself than one in a single package. */
  static ArchCondition<JavaClass> keepOutOfOtherAdaptersInnerPackages() {
    return new ArchCondition<>("keep out of the inner packages of adapters") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        subject.getDirectDependenciesFromSelf().stream()
            .filter(one -> outside(subject, one.getTargetClass().getPackageName()))
            .forEach(one -> events.add(SimpleConditionEvent.violated(one, one.getDescription())));
      }
    };
  }

  private static boolean outside(JavaClass subject, String target) {
    Matcher inner = INNER.matcher(target);
    return inner.matches() && !(subject.getPackageName() + ".").startsWith(inner.group(1) + ".");
  }

  private static boolean disabled(JavaMember member) {
    return member.isAnnotatedWith("org.junit.jupiter.api.Disabled");
  }
}
