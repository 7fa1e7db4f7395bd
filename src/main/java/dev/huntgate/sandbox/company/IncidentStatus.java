package dev.huntgate.sandbox.company;

/** Where an incident stands. */
public enum IncidentStatus implements Spelled {
  ACTIVE,
  IN_PROGRESS,
  RESOLVED,
  REDIRECTED,
  /** Newer than the rest: Graph shows it only to callers that ask for unknown members. */
  AWAITING_ACTION
}
