package dev.huntgate.shared;

import java.time.Duration;

/**
 * How a replica takes part in a shared ledger.
 *
 * @param lease for how long a replica that is not heard of keeps what it had reserved
 * @param degradedPart the part of each window, above 0 to 1, that one replica spends while it
 *     cannot reach the store
 */
public record SharedRules(Duration lease, double degradedPart) {

  /* A store that is away is tried again at this pace. */
  static final Duration RETRY = Duration.ofSeconds(1);

  /* Whoever would wait longer than this is not refused sooner: the store may be back. */
  static final Duration GRACE = Duration.ofSeconds(3);

  /* Longer than any replica takes to find a store again, so that all have reported what they spent
  on their own before anybody spends more. */
  static final Duration SETTLING = Duration.ofMillis(2_500);

  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);

  public SharedRules {
    if (!(degradedPart > 0 && degradedPart <= 1)) {
      throw new IllegalArgumentException(
          "HUNTGATE_SHARED_DEGRADED_PART is above 0 and at most 1, unlike " + degradedPart);
    }
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException(
          "HUNTGATE_SHARED_LEASE is at least " + SHORTEST_LEASE + ", unlike " + lease);
    }
  }

  /** The rules that are configured. */
  public static SharedRules of(SharedConfig config) {
    return new SharedRules(config.lease(), config.degradedPart());
  }

  /** How often a replica that holds something is heard of. */
  long beatMillis() {
    return lease.toMillis() / 3;
  }
}
