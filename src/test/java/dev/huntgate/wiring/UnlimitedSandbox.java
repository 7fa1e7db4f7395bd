package dev.huntgate.wiring;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sandbox without limits on either side, watched closely, for tests that ask much of it. */
public class UnlimitedSandbox implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("huntgate.budget.preset", "unlimited", "huntgate.incidents.watch-every", "PT1S");
  }
}
