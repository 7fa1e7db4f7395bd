package dev.huntgate.incident;

import java.util.List;

/**
 * One upstream page of incidents, as it came.
 *
 * @param more whether upstream may hold more that match than these
 * @param ordered whether upstream was told to order by the listing's time, newest first; what it
 *     made of that is for the reader to check
 */
public record IncidentBatch(List<Incident> incidents, boolean more, boolean ordered) {

  public IncidentBatch {
    incidents = List.copyOf(incidents);
  }
}
