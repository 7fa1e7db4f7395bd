package dev.huntgate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the packaged jar that must not succeed. */
class RefusedStartIT {

  private static final long LIMIT_SECONDS = 60;

  @TempDir private Path empty;

  @Test
  void refuses_whenNothingIsConfigured() throws Exception {
    String said = refusal(Map.of());
    assertTrue(said.contains("HUNTGATE_SANDBOX"), said);
    assertTrue(said.contains("HUNTGATE_TENANTS_DEFAULT_TENANT_ID"), said);
  }

  @Test
  void refuses_aVariableThatIsNoSetting() throws Exception {
    String said = refusal(Map.of("HUNTGATE_SANDBOX", "true", "HUNTGATE_SANDBOXX", "true"));
    assertTrue(said.contains("HUNTGATE_SANDBOXX"), said);
  }

  @Test
  void refuses_theSandboxBesideATenant() throws Exception {
    String said = refusal(withTenant("HUNTGATE_SANDBOX", "true"));
    assertTrue(said.contains("HUNTGATE_SANDBOX"), said);
  }

  @Test
  void refuses_toServeATenantToOtherMachines() throws Exception {
    String said = refusal(withTenant("QUARKUS_HTTP_HOST", "0.0.0.0"));
    assertTrue(said.contains("127.0.0.1"), said);
  }

  @Test
  void refuses_toGoOnWithoutAnAudit() throws Exception {
    Path noFolder = Files.createFile(empty.resolve("file"));
    Map<String, String> settings = new HashMap<>(Map.of("HUNTGATE_SANDBOX", "true"));
    settings.put("HUNTGATE_AUDIT_FILE", noFolder.resolve("audit.log").toString());
    // The log has its own way of saying so, before.
    String said = said(settings);
    assertTrue(said.contains("Set HUNTGATE_AUDIT_FILE to a file"), said);
    assertTrue(said.contains("audit.log"), said);
  }

  @Test
  void refuses_toReachATenantByPlainHttp() throws Exception {
    String said = refusal(withTenant("HUNTGATE_TENANTS_DEFAULT_BASE_URL", "http://graph.example"));
    assertTrue(said.contains("HUNTGATE_TENANTS_DEFAULT_BASE_URL"), said);
    assertTrue(said.contains("https"), said);
  }

  @Test
  void refuses_toServeATenant_whenItIsNotSaidWhoMayAsk() throws Exception {
    Map<String, String> settings = new HashMap<>(RealTenantIT.TENANT);
    settings.remove("HUNTGATE_AUTH");
    String said = refusal(settings);
    assertTrue(said.contains("HUNTGATE_AUTH=oidc"), said);
    assertTrue(said.contains("HUNTGATE_AUTH=none"), said);
  }

  @Test
  void refuses_toTakeTokensOfAnyAudience() throws Exception {
    Map<String, String> settings = withTenant("HUNTGATE_AUTH", "oidc");
    settings.put("HUNTGATE_AUTH_ISSUER", "https://login.example");
    String said = refusal(settings);
    assertTrue(said.contains("HUNTGATE_AUTH_AUDIENCE"), said);
  }

  private static Map<String, String> withTenant(String name, String value) {
    Map<String, String> settings = new HashMap<>(RealTenantIT.TENANT);
    settings.put(name, value);
    return settings;
  }

  private String refusal(Map<String, String> settings) throws Exception {
    String said = said(settings);
    assertFalse(said.contains("\tat "), said);
    return said;
  }

  private String said(Map<String, String> settings) throws Exception {
    try (PackagedJar jar = PackagedJar.start(empty, settings)) {
      boolean ended = jar.process().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      String said = jar.said();
      assertTrue(ended, () -> "still runs: " + said);
      assertNotEquals(0, jar.process().exitValue(), said);
      assertFalse(said.contains(RealTenantIT.SECRET), said);
      return said;
    }
  }
}
