package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;

/**
 * A page of the recent incidents by severity, the worst first.
 *
 * @param hasNext whether more follow
 * @param complete whether all that were created since then are in this order; otherwise only the
 *     newest of them
 * @param since the earliest creation time, inclusive
 * @param asOf when reading them began
 */
public record RankedIncidents(
    List<Incident> incidents, boolean hasNext, boolean complete, Instant since, Instant asOf) {

  public RankedIncidents {
    incidents = List.copyOf(incidents);
  }
}
