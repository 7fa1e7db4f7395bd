package dev.huntgate.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is kept of what was hunted, for how long, and what it is good for meanwhile. */
@ConfigMapping(prefix = "huntgate.cache")
public interface CacheConfig {

  /** The most memory that kept results may take, in bytes. */
  @WithDefault("134217728")
  long maxBytes();

  /** How long a result answers equal hunts whose callers say nothing of its age. */
  FreshnessConfig freshness();

  /**
   * How long a result is kept after that: for paging, and for when the budget cannot pay for a new
   * one.
   */
  @WithDefault("PT24H")
  Duration keepStale();

  /**
   * The part that must be left of each of the tenant's hunting windows for a result in use to be
   * bought again before it is stale; 1 switches that off.
   */
  @WithDefault("0.5")
  double refreshAbove();

  /** The bounds of freshness. */
  interface FreshnessConfig {

    /** The part of the time a query looks back for which its result is fresh. */
    @WithDefault("0.02")
    double share();

    /** The shortest time for which a result is fresh. */
    @WithDefault("PT1M")
    Duration least();

    /** The longest time for which a result is fresh. */
    @WithDefault("PT1H")
    Duration most();
  }
}
