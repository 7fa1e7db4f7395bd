package dev.huntgate.cache;

import dev.huntgate.cache.Served.Origin;

/**
 * A result that has just come to this process.
 *
 * @param origin {@code BOUGHT}, {@code SHARED}, or {@code JOINED} for another process' run
 */
public record Loaded(StoredResult stored, Origin origin) {

  /** From a run of this process. */
  public static Loaded bought(StoredResult stored) {
    return new Loaded(stored, Origin.BOUGHT);
  }
}
