package dev.huntgate.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How incidents are counted and watched. */
@ConfigMapping(prefix = "huntgate.incidents")
public interface IncidentsConfig {

  /** The most memory that the recent incidents of all tenants may take, in bytes. */
  @WithDefault("67108864")
  long indexMaxBytes();

  /** How often upstream is asked what changed while anybody watches; a second at least. */
  @WithDefault("PT30S")
  Duration watchEvery();
}
