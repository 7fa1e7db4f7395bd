package dev.huntgate.incident;

/** How far the work on an incident is. */
public enum IncidentStatus {
  ACTIVE,
  IN_PROGRESS,
  AWAITING_ACTION,
  RESOLVED,
  /** Merged into another incident. */
  REDIRECTED,
  /** A value that this version does not know; see {@link Incident#unrecognized()}. */
  UNRECOGNIZED
}
