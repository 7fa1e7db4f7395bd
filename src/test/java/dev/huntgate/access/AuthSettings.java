package dev.huntgate.access;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings of {@code huntgate.auth} as an operator would get them. */
final class AuthSettings {

  private AuthSettings() {}

  /**
   * @param namesAndValues in turn; names without the prefix, empty for {@code huntgate.auth} itself
   */
  static AuthConfig of(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      settings.put("huntgate.auth" + (name.isEmpty() ? "" : "." + name), namesAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withMapping(AuthConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build()
        .getConfigMapping(AuthConfig.class);
  }
}
