package dev.huntgate.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of one upstream is asked at the same time. */
@ConfigMapping(prefix = "huntgate.concurrency")
interface ResilienceConfig {

  /** Calls about incidents that may run at once for one tenant. */
  @WithDefault("20")
  int incidents();

  /** Hunts that may run at once for one tenant. */
  @WithDefault("15")
  int hunts();
}
