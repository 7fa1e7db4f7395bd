package dev.huntgate.shared;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Makes settings. */
public final class SettingsForTests {

  private SettingsForTests() {}

  /** Settings by their names after {@code huntgate.shared.}; all else is as it is by default. */
  public static SharedConfig with(Map<String, String> values) {
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(SharedConfig.class);
    values.forEach((name, value) -> builder.withDefaultValue("huntgate.shared." + name, value));
    return builder.build().getConfigMapping(SharedConfig.class);
  }
}
