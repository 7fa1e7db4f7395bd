package dev.huntgate.cache;

import java.time.Duration;

/** The settings of a cache whose results are all fresh for as long. */
public record CachingForTests(
    long maxBytes, Duration fresh, Duration keepStale, double refreshAbove) implements CacheConfig {

  /** Keeps results for this long, and buys none ahead. */
  public static CachingForTests keeping(long maxBytes, Duration fresh) {
    return new CachingForTests(maxBytes, fresh, Duration.ZERO, 1);
  }

  @Override
  public FreshnessConfig freshness() {
    return new Bounds(0, fresh, fresh);
  }

  /** The settings of a cache whose results are fresh by their queries' look-back. */
  public record Proportional(double share, Duration least, Duration most) implements CacheConfig {

    @Override
    public long maxBytes() {
      return 1_000_000;
    }

    @Override
    public FreshnessConfig freshness() {
      return new Bounds(share, least, most);
    }

    @Override
    public Duration keepStale() {
      return Duration.ZERO;
    }

    @Override
    public double refreshAbove() {
      return 1;
    }
  }

  private record Bounds(double share, Duration least, Duration most)
      implements CacheConfig.FreshnessConfig {}
}
