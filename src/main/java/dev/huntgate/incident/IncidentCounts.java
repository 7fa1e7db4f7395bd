package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;

/**
 * How many incidents there are of each kind.
 *
 * @param counts the most frequent first; an incident with several values, such as tags, counts for
 *     each
 * @param total how many incidents were counted
 * @param complete whether these are all since then; otherwise the newest of them
 * @param since the earliest creation time that counts, inclusive
 * @param asOf when counting began
 */
public record IncidentCounts(
    List<Count> counts, int total, boolean complete, Instant since, Instant asOf) {

  /** How many incidents have one value. */
  public record Count(String value, int incidents) {}

  public IncidentCounts {
    counts = List.copyOf(counts);
  }
}
