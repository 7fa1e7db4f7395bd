package dev.huntgate.cache;

import dev.huntgate.access.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the cache that is each tenant's own: whoever takes less of it loses nothing to
 * others.
 *
 * <p>What one does not use, others may, until it is wanted back.
 *
 * @param shares parts, 0 to 1, together at most 1
 */
public record CacheShares(Map<Tenant, Double> shares) {

  /* Parts that were divided may sum up to a little more. */
  private static final double ROUNDING = 1e-9;

  /**
   * @throws IllegalArgumentException with a message for the operator
   */
  public CacheShares {
    shares = Map.copyOf(shares);
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean parts = shares.values().stream().allMatch(share -> share >= 0 && share <= 1);
    if (!parts || !(sum <= 1 + ROUNDING)) {
      throw new IllegalArgumentException(
          "The tenants' HUNTGATE_TENANTS_<NAME>_CACHE_SHARE have to be from 0 to 1 each, and at"
              + " most 1 together, not "
              + sum);
    }
  }

  /**
   * What some were given, and for each other tenant an equal part of the rest.
   *
   * @throws IllegalArgumentException with a message for the operator
   */
  public static CacheShares of(List<Tenant> tenants, Map<Tenant, Double> given) {
    double rest = 1 - given.values().stream().mapToDouble(Double::doubleValue).sum();
    long others = tenants.stream().filter(tenant -> !given.containsKey(tenant)).count();
    Map<Tenant, Double> shares = new HashMap<>(given);
    tenants.forEach(tenant -> shares.putIfAbsent(tenant, Math.max(0, rest / others)));
    return new CacheShares(shares);
  }

  /** A tenant's part of so many bytes. */
  long of(Tenant tenant, long bytes) {
    return (long) (shares.getOrDefault(tenant, 0.0) * bytes);
  }
}
