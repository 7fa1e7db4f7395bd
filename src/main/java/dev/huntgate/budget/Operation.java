package dev.huntgate.budget;

/** A kind of upstream call that is budgeted. */
public enum Operation {
  INCIDENT_LIST,
  INCIDENT_GET,
  INCIDENT_UPDATE,
  HUNTING
}
