package dev.huntgate;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
          "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", SECRET,
          "HUNTGATE_AUTH", "none");

  @TempDir private Path empty;

  @Test
  void listens_onThisMachineOnly_whenNobodyNeedsAToken() throws Exception {
    assertListens("127.0.0.1", TENANT);
  }

  /* Nobody answers at the issuer's address, and nobody has to. */
  @Test
  void listens_everywhere_whenCallersNeedAToken() throws Exception {
    Map<String, String> settings = new HashMap<>(TENANT);
    settings.put("HUNTGATE_AUTH", "oidc");
    settings.put("HUNTGATE_AUTH_ISSUER", "https://login.invalid/v2.0");
    settings.put("HUNTGATE_AUTH_AUDIENCE", "api://huntgate");
    assertListens("0.0.0.0", settings);
  }

  private void assertListens(String host, Map<String, String> settings) throws Exception {
    try (PackagedJar jar = PackagedJar.start(empty, settings)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> jar.said().contains("Listening on") || !jar.process().isAlive());
      String said = jar.said();
      assertTrue(said.contains("Listening on: http://" + host + ":"), said);
      assertFalse(said.contains(SECRET), said);
      assertFalse(said.contains("login.invalid"), said);
    }
  }
}
