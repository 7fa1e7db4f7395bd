package dev.huntgate.cache;

/**
 * A result as one caller gets it.
 *
 * @param kept whether it can be read again; not when it alone exceeds what the cache may hold
 */
public record Served(StoredResult stored, Origin origin, boolean kept) {

  /** Where a caller's result came from. */
  public enum Origin {
    /** It was kept. */
    KEPT,
    /** Another replica had kept it. */
    SHARED,
    /** It was kept, and is older than the caller wanted: a newer one could not be had. */
    STALE,
    /** From a run that somebody else had begun. */
    JOINED,
    /** From a run of the caller's own. */
    BOUGHT;

    /** Whether the result was there before the caller asked. */
    public boolean isHit() {
      return switch (this) {
        case KEPT, SHARED, STALE -> true;
        case JOINED, BOUGHT -> false;
      };
    }
  }

  /** Whether it was there before the caller asked. */
  public boolean isHit() {
    return origin.isHit();
  }
}
