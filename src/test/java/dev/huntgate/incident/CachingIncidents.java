package dev.huntgate.incident;

import dev.huntgate.cache.CacheEvents;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The settings of a cache of incidents, and caches with some. */
public record CachingIncidents(long maxBytes, Duration lists, Duration singles)
    implements IncidentCacheConfig {

  /** Keeps nothing. */
  public static IncidentCache off() {
    return keeping(Duration.ZERO, () -> 0);
  }

  /** Keeps everything for as long. */
  static IncidentCache keeping(Duration time, LongSupplier nanoTime) {
    return new IncidentCache(
        new CachingIncidents(100_000_000, time, time), CacheEvents.UNWATCHED, nanoTime);
  }
}
