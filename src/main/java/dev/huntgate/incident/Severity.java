package dev.huntgate.incident;

/** How much harm is to be expected, least first. */
public enum Severity {
  UNKNOWN,
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH,
  /** A value that this version does not know; see {@link Incident#unrecognized()}. */
  UNRECOGNIZED
}
