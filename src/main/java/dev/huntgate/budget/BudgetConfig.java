package dev.huntgate.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What of upstream may be spent. */
@ConfigMapping(prefix = "huntgate.budget")
public interface BudgetConfig {

  /** The windows to keep to: terms, current or unlimited. */
  @WithDefault("terms")
  BudgetPreset preset();

  /** How long after a window's end a call is still counted: clocks and networks jitter. */
  @WithDefault("PT1S")
  Duration guard();
}
