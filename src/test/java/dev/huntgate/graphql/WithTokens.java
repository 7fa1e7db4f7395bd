package dev.huntgate.graphql;

import dev.huntgate.access.IssuerForTests;
import java.util.HashMap;
import java.util.Map;

/** The test profile in which callers need a token, and the use cases work over a fake upstream. */
public class WithTokens extends OnFakeUpstream {

  static final String ISSUER = "tokens";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(IssuerForTests.settings(ISSUER));
    settings.put("huntgate.auth.tenant-claim", "tenant");
    return settings;
  }
}
