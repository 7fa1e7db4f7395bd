package dev.huntgate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.arc.properties.UnlessBuildProperty;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * What a native build would trip over, as far as it shows on a JVM: constants are made on the
 * machine that builds, and resources are there only if they are asked for.
 */
@AnalyzeClasses(packages = "dev.huntgate", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeReadinessTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  /* Read at the build only, or left out with the sandbox. */
  private static final List<String> NOT_IN_IT =
      List.of("application.properties", "META-INF/", "dev/huntgate/sandbox/");
  private static final Set<Class<?>> BOUND_TO_A_PROCESS =
      Set.of(
          Random.class,
          Thread.class,
          ExecutorService.class,
          Clock.class,
          InetAddress.class,
          InputStream.class,
          Process.class);
  private static final Set<String> FACTS_OF_A_MACHINE =
      Set.of("getenv", "getProperty", "availableProcessors", "maxMemory", "nanoTime", "pid");

  @ArchTest
  static final ArchRule constantsHoldNothingOfAProcess =
      fields()
          .that()
          .areStatic()
          .should()
          .notHaveRawType(
              describe(
                  "of a process: a random generator, a thread, a clock, a stream",
                  (JavaClass type) -> BOUND_TO_A_PROCESS.stream().anyMatch(type::isAssignableTo)));

  @ArchTest
  static final ArchRule constantsKnowNothingOfTheMachine =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "a constant is made of the machine's settings, processors or time",
                  (JavaMethodCall call) ->
                      call.getOrigin() instanceof JavaStaticInitializer
                          && call.getTargetOwner().getPackageName().equals("java.lang")
                          && FACTS_OF_A_MACHINE.contains(call.getName())));

  @ArchTest
  static final ArchRule nothingIsLoadedByItsName =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "a class is loaded by its name, or looked into",
                  (JavaMethodCall call) ->
                      Set.of("forName", "loadClass", "getDeclaredFields", "getDeclaredMethods")
                              .contains(call.getName())
                          && Set.of("java.lang.Class", "java.lang.ClassLoader")
                              .contains(call.getTargetOwner().getName())));

  @ArchTest
  static void resourcesOfTheSandboxAreLeftOut(JavaClasses all) {
    List<JavaClass> resources =
        all.stream()
            .filter(type -> type.getPackageName().startsWith("dev.huntgate.sandbox"))
            .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
            .toList();
    assertFalse(resources.isEmpty());
    for (JavaClass resource : resources) {
      UnlessBuildProperty unless = resource.getAnnotationOfType(UnlessBuildProperty.class);
      assertEquals("quarkus.native.enabled", unless.name(), resource::getName);
      assertTrue(unless.enableIfMissing(), resource::getName);
    }
  }

  @ArchTest
  static void everyResourceIsInTheExecutable(JavaClasses all) throws IOException {
    List<PathMatcher> included =
        Arrays.stream(settings().getProperty("quarkus.native.resources.includes").split(","))
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      List<String> missing =
          files
              .filter(Files::isRegularFile)
              .map(RESOURCES::relativize)
              .filter(file -> NOT_IN_IT.stream().noneMatch(file.toString()::startsWith))
              .filter(file -> included.stream().noneMatch(glob -> glob.matches(file)))
              .map(Path::toString)
              .toList();
      assertEquals(List.of(), missing);
    }
  }

  private static Properties settings() throws IOException {
    Properties settings = new Properties();
    try (InputStream in = Files.newInputStream(RESOURCES.resolve("application.properties"))) {
      settings.load(in);
    }
    return settings;
  }
}
