package dev.huntgate.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long incidents that were read answer equal questions. */
@ConfigMapping(prefix = "huntgate.cache.incidents")
public interface IncidentCacheConfig {

  /** The most memory that kept incidents may take, in bytes. */
  @WithDefault("33554432")
  long maxBytes();

  /** For how long an upstream page of incidents is kept; zero reads each anew. */
  @WithDefault("PT5S")
  Duration lists();

  /** For how long a single incident is kept; zero reads each anew. */
  @WithDefault("PT10S")
  Duration singles();
}
