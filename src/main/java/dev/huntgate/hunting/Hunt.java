package dev.huntgate.hunting;

import dev.huntgate.cache.Served;
import dev.huntgate.cache.StoredResult;
import java.util.List;

/**
 * A hunt that has its result.
 *
 * @param served the result, and where it came from
 * @param warnings what the caller should know about this query or result
 * @param stale whether the result is older than the caller, or its freshness, allows
 */
public record Hunt(Served served, List<String> warnings, boolean stale) {

  /** The most rows that upstream returns for one hunt, by the published terms. */
  public static final int MAX_ROWS = 100_000;

  public Hunt {
    warnings = List.copyOf(warnings);
  }

  public StoredResult stored() {
    return served.stored();
  }

  /** Whether upstream's row limit was met, so that rows may be missing. */
  public boolean truncated() {
    return stored().result().rowCount() >= MAX_ROWS;
  }
}
