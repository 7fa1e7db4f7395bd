package dev.huntgate.upstream;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections as they are read off environment variables alone. */
final class Settings {

  private static final int ORDINAL = 300;

  private Settings() {}

  /** Connections of these variables, whose names lack the {@code HUNTGATE_TENANTS_} before them. */
  static List<Connection> connections(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    variables.forEach((name, value) -> environment.put("HUNTGATE_TENANTS_" + name, value));
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new EnvConfigSource(environment, ORDINAL))
            .addDiscoveredConverters()
            .addDefaultInterceptors()
            .withMapping(TenantsConfig.class)
            .withMapping(LimitsConfig.class)
            .build();
    return Connections.of(
        config.getConfigMapping(TenantsConfig.class), config.getConfigMapping(LimitsConfig.class));
  }

  /** The one connection of these variables for the tenant {@code DEFAULT}. */
  static Connection connection(Map<String, String> variables) {
    Map<String, String> whole = new HashMap<>();
    whole.put("DEFAULT_TENANT_ID", "directory-1");
    whole.put("DEFAULT_CLIENT_ID", "client-1");
    variables.forEach((name, value) -> whole.put("DEFAULT_" + name, value));
    return connections(whole).get(0);
  }
}
