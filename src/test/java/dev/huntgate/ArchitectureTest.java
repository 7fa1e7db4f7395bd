package dev.huntgate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.huntgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule failure = onlyUses("failure");
  @ArchTest static final ArchRule access = onlyUses("access", "failure");
  @ArchTest static final ArchRule audit = onlyUses("audit", "failure", "access");
  @ArchTest static final ArchRule kql = onlyUses("kql", "failure", "access");
  @ArchTest static final ArchRule result = onlyUses("result", "failure", "access");
  @ArchTest static final ArchRule budget = onlyUses("budget", "failure", "access");

  @ArchTest
  static final ArchRule shared =
      onlyUses("shared", "failure", "access", "kql", "result", "budget", "cache", "hunting");

  @ArchTest
  static final ArchRule cache = onlyUses("cache", "failure", "access", "kql", "result", "budget");

  @ArchTest
  static final ArchRule incident =
      onlyUses("incident", "failure", "access", "audit", "kql", "result", "budget", "cache");

  @ArchTest
  static final ArchRule hunting =
      onlyUses("hunting", "failure", "access", "audit", "kql", "result", "budget", "cache");

  @ArchTest
  static final ArchRule upstream =
      onlyUses("upstream", "failure", "access", "kql", "result", "budget", "incident", "hunting");

  @ArchTest
  static final ArchRule tracing =
      onlyUses(
          "tracing",
          "failure",
          "access",
          "audit",
          "kql",
          "result",
          "budget",
          "cache",
          "incident",
          "hunting");

  @ArchTest
  static final ArchRule graphql =
      onlyUses(
          "graphql",
          "failure",
          "access",
          "kql",
          "result",
          "budget",
          "cache",
          "incident",
          "hunting",
          "export");

  @ArchTest
  static final ArchRule export =
      onlyUses(
          "export",
          "failure",
          "access",
          "audit",
          "kql",
          "result",
          "budget",
          "cache",
          "incident",
          "hunting");

  @ArchTest static final ArchRule sandbox = onlyUses("sandbox", "kql");

  @ArchTest
  static final ArchRule wiringIsKnownToNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huntgate.wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.huntgate.wiring..");

  @ArchTest
  static final ArchRule wiringKnowsNoWayIn =
      noClasses()
          .that()
          .resideInAPackage("dev.huntgate.wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.huntgate.graphql..", "dev.huntgate.export..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.huntgate.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule restIsKnownAtTheEdgesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.huntgate.upstream..", "dev.huntgate.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule caffeineIsKnownToTheCacheOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huntgate.cache..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.benmanes.caffeine..");

  @ArchTest
  static final ArchRule redisIsKnownToTheSharedLedgerOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huntgate.shared..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.redis..", "io.quarkus.redis..");

  @ArchTest
  static final ArchRule graphqlIsKnownInItsPackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.huntgate.graphql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.eclipse.microprofile.graphql..", "io.smallrye.graphql..", "graphql..");

  @ArchTest
  static final ArchRule fieldsAreNotInjected = fields().should().notBeAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule settingsAreTyped =
      noClasses().should().dependOnClassesThat().areAssignableTo(ConfigProperty.class);

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it is an argument-less now()",
                  (JavaMethodCall call) ->
                      call.getTarget().getName().equals("now")
                          && call.getTarget().getRawParameterTypes().isEmpty()
                          && call.getTargetOwner().getPackageName().equals("java.time")))
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper");

  @ArchTest
  static void packagesAreNullMarked(JavaClasses all) {
    classes()
        .that(
            describe(
                "are written by hand",
                type -> !type.getSimpleName().matches("Kql(Lexer|Parser.*)")))
        .should()
        .resideInAnyPackage(
            all.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(CanBeAnnotated.Predicates.annotatedWith(NullMarked.class)::test)
                .map(type -> type.getName())
                .toArray(String[]::new))
        .check(all);
  }

  /** Classes of this package use, of our packages, only themselves and these. */
  private static ArchRule onlyUses(String name, String... others) {
    List<String> allowed = new ArrayList<>();
    allowed.add("dev.huntgate." + name + "..");
    Arrays.stream(others).map(other -> "dev.huntgate." + other + "..").forEach(allowed::add);
    return noClasses()
        .that()
        .resideInAPackage("dev.huntgate." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.huntgate..")
                .and(
                    describe(
                        "are not allowed here",
                        type -> !resideInAnyPackage(allowed.toArray(String[]::new)).test(type))));
  }
}
