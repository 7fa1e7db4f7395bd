package dev.huntgate.incident;

/** The order of a list of incidents, newest first, then by id from the highest. */
public enum IncidentOrder {
  /** By creation time: it never changes, so a walk meets every incident exactly once. */
  CREATED,
  /** By time of the last update: a walk may repeat or miss what changes underneath it. */
  UPDATED
}
