package dev.huntgate.incident;

import java.time.Instant;
import java.util.Comparator;

/** The order of a list of incidents, newest first, then by id from the highest. */
public enum IncidentOrder {
  /** By creation time: it never changes, so a walk meets every incident exactly once. */
  CREATED,
  /** By time of the last update: a walk may repeat or miss what changes underneath it. */
  UPDATED;

  /** The time by which this order sorts an incident. */
  public Instant time(Incident incident) {
    return this == CREATED ? incident.createdAt() : incident.updatedAt();
  }

  Comparator<Incident> comparator() {
    return Comparator.comparing(this::time)
        .thenComparing(Incident::id, IncidentPosition.BY_ID)
        .reversed();
  }
}
