package dev.huntgate.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long and how much an upstream answer may be. */
@ConfigMapping(prefix = "huntgate.limits")
public interface LimitsConfig {

  /** How long a connection to upstream may take to come up. */
  @WithDefault("PT5S")
  Duration connectTimeout();

  /** How long an answer about incidents may take. */
  @WithDefault("PT30S")
  Duration incidentTimeout();

  /** How long a hunt may take; upstream's own longest limit is 10 minutes. */
  @WithDefault("PT10M15S")
  Duration huntTimeout();

  /** The longest upstream answer, in bytes. */
  @WithDefault("268435456")
  long maxResponseBytes();
}
