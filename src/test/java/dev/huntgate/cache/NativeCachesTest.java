package dev.huntgate.cache;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.huntgate.access.Tenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether a native executable will find the classes that Caffeine loads by their names. */
class NativeCachesTest {

  private static final CacheConfig CONFIG =
      CachingForTests.keeping(1_000_000, Duration.ofMinutes(1));
  private static final CacheEvents NOBODY =
      new CacheEvents() {
        @Override
        public void answered(Tenant tenant, Served.Origin origin, Duration spared) {}

        @Override
        public void evicted(long bytes) {}
      };
  private static final ResultCache RESULTS = new ResultCache(CONFIG, NOBODY, System::nanoTime);

  /* One of each class that builds a cache. */
  private static final Map<Class<?>, Object> BUILT =
      Map.of(
          ResultCache.class,
          RESULTS,
          BriefCache.class,
          new BriefCache<String, String>(
              1_000, (k, v) -> 1, k -> Duration.ofSeconds(1), bytes -> {}, System::nanoTime),
          IdleCache.class,
          new IdleCache<String, String>(
              1_000, Duration.ofMinutes(1), (k, v) -> 1, System::nanoTime),
          KnownPassports.class,
          new KnownPassports(System::nanoTime),
          Lately.class,
          new Lately<String>(Duration.ofMinutes(1), System::nanoTime),
          ReadyAnswers.class,
          new ReadyAnswers(CONFIG, RESULTS, Clock.systemUTC()),
          RowViews.class,
          new RowViews(CONFIG, RESULTS, System::nanoTime));

  @Test
  void looks_atEveryClassThatBuildsACache() {
    Set<String> builders =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.huntgate")
                .stream()
                .filter(resideInAPackage("dev.huntgate.."))
                .filter(NativeCachesTest::buildsACache)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        builders,
        BUILT.keySet().stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void registers_exactlyTheClassesOfTheCachesThatAreBuilt() throws Exception {
    Set<String> loaded = new TreeSet<>();
    for (Object builder : BUILT.values()) {
      Set<String> classes = loadedBy(builder);
      assertFalse(classes.isEmpty(), builder::toString);
      loaded.addAll(classes);
    }
    RegisterForReflection registered =
        NativeCaches.class.getAnnotation(RegisterForReflection.class);
    assertEquals(loaded, new TreeSet<>(Arrays.asList(registered.classNames())));
  }

  @Test
  void registers_theirConstructorsAndFields() {
    RegisterForReflection registered =
        NativeCaches.class.getAnnotation(RegisterForReflection.class);
    assertTrue(registered.methods() && registered.fields());
  }

  private static boolean buildsACache(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(Caffeine.class)
                    && call.getName().equals("newBuilder"));
  }

  private static Set<String> loadedBy(Object builder) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Field field : builder.getClass().getDeclaredFields()) {
      if (Cache.class.isAssignableFrom(field.getType())) {
        Object bounded = value(value(builder, field.getName()), "cache");
        names.add(bounded.getClass().getName());
        names.add(value(bounded, "nodeFactory").getClass().getName());
      }
    }
    return names;
  }

  private static Object value(Object owner, String name) throws Exception {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(owner);
        }
      }
    }
    throw new NoSuchFieldException(owner.getClass() + " has no field " + name);
  }
}
