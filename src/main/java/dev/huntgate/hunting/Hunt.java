package dev.huntgate.hunting;

import dev.huntgate.cache.StoredResult;
import java.util.List;

/**
 * A hunt that has its result.
 *
 * @param stored the result, fresh or kept
 * @param warnings what the caller should know about this query or result
 * @param kept whether the result was there already, so that upstream was not asked
 */
public record Hunt(StoredResult stored, List<String> warnings, boolean kept) {

  /** The most rows that upstream returns for one hunt, by the published terms. */
  public static final int MAX_ROWS = 100_000;

  public Hunt {
    warnings = List.copyOf(warnings);
  }

  /** Whether upstream's row limit was met, so that rows may be missing. */
  public boolean truncated() {
    return stored.result().rowCount() >= MAX_ROWS;
  }
}
