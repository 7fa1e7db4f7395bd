package dev.huntgate.cache;

import java.time.Duration;

/**
 * How long a result is as good as a new one: the longer its query looks back, the less it changes.
 *
 * @param share the part of the look-back, from 0 to 1
 */
public record Freshness(double share, Duration least, Duration most) {

  public Freshness {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "huntgate.cache.freshness.share has to be from 0 to 1, not " + share);
    }
    if (least.isNegative() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "huntgate.cache.freshness.least has to be from PT0S to huntgate.cache.freshness.most,"
              + " not "
              + least);
    }
  }

  /** The freshness that is set. */
  public static Freshness of(CacheConfig config) {
    CacheConfig.FreshnessConfig set = config.freshness();
    return new Freshness(set.share(), set.least(), set.most());
  }

  /** How long the result of a query is fresh that looks back this far. */
  public Duration of(Duration lookBack) {
    Duration part = Duration.ofMillis((long) (lookBack.toMillis() * share));
    if (part.compareTo(least) < 0) {
      return least;
    }
    return part.compareTo(most) > 0 ? most : part;
  }
}
