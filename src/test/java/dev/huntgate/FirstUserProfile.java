package dev.huntgate;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The packaged jar with what the README sets on a first day. */
public class FirstUserProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("huntgate.sandbox", "true", "huntgate.graphiql.enabled", "true");
  }

  /** The same through the other upstream family. */
  public static class ThroughDefender extends FirstUserProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("huntgate.sandbox", "true", "huntgate.upstream", "defender");
    }
  }
}
