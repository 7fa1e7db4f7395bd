package dev.huntgate.graphql;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The test profile in which the use cases work over a {@link FakeUpstream}. */
public class OnFakeUpstream implements QuarkusTestProfile {

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(FakeUpstreamBeans.class);
  }
}
