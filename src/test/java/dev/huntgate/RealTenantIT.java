package dev.huntgate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar with a tenant of an operator's. */
class RealTenantIT {

  static final String SECRET = "no-one-says-this";
  static final Map<String, String> TENANT =
      Map.of(
          "HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "directory.example",
          "HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "someone",
          "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", SECRET);

  @TempDir private Path empty;

  @Test
  void listens_onThisMachineOnly() throws Exception {
    try (PackagedJar jar = PackagedJar.start(empty, TENANT)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> jar.said().contains("Listening on") || !jar.process().isAlive());
      assertTrue(jar.said().contains("Listening on: http://127.0.0.1:"), jar.said());
      assertFalse(jar.said().contains(SECRET), jar.said());
    }
  }
}
