package dev.huntgate;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;

/**
 * Lets go of the index of all classes that Quarkus keeps of each application it has started, some
 * 50 MB, for as long as the tests' JVM lives: nearly half of its heap in the end. Newer versions of
 * Quarkus do so themselves (its pull request 56897); then this can go.
 */
public final class StartIndexRelease implements QuarkusTestAfterAllCallback {

  @Override
  public void afterAll(QuarkusTestContext context) {
    if (context.getTestInstance().getClass().getClassLoader() instanceof QuarkusClassLoader tests) {
      try {
        QuarkusClassLoader quarkus = tests.getCuratedApplication().getOrCreateAugmentClassLoader();
        quarkus
            .loadClass("io.quarkus.deployment.dev.RuntimeUpdatesProcessor")
            .getMethod("setLastStartIndex", quarkus.loadClass("org.jboss.jandex.IndexView"))
            .invoke(null, (Object) null);
      } catch (ReflectiveOperationException changed) {
        throw new IllegalStateException("Quarkus has no such index any more", changed);
      }
    }
  }
}
