package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;

/**
 * The incidents created since some time, in no order.
 *
 * @param complete whether these are all; otherwise they are the newest, or lack the latest changes
 * @param since the earliest creation time, inclusive
 * @param asOf when reading them began
 */
record RecentIncidents(List<Incident> incidents, boolean complete, Instant since, Instant asOf) {

  RecentIncidents {
    incidents = List.copyOf(incidents);
  }
}
