package dev.huntgate.sandbox.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The sandbox with a canned engine and no call limits. */
public class SandboxProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("huntgate.sandbox", "true", "huntgate.sandbox.limits", "unlimited");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(CannedHuntingEngine.class);
  }

  /** The sandbox with the limits of the published terms. */
  public static class WithTerms extends SandboxProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("huntgate.sandbox", "true", "huntgate.sandbox.limits", "terms");
    }
  }

  /** No sandbox at all. */
  public static class Off extends SandboxProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "huntgate.sandbox", "false",
          "huntgate.tenants.default.tenant-id", "directory-1",
          "huntgate.tenants.default.client-id", "client-1",
          "huntgate.tenants.default.client-secret", "not-a-secret");
    }
  }
}
