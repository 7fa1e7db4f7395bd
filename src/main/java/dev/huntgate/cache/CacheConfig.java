package dev.huntgate.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is kept of what was hunted, and for how long. */
@ConfigMapping(prefix = "huntgate.cache")
public interface CacheConfig {

  /** The most memory that kept results may take, in bytes. */
  @WithDefault("134217728")
  long maxBytes();

  /** How long a result is kept and answers equal hunts. */
  @WithDefault("PT5M")
  Duration maxAge();
}
