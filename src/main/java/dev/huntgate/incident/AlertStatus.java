package dev.huntgate.incident;

/** How far the work on an alert is. */
public enum AlertStatus {
  UNKNOWN,
  NEW,
  IN_PROGRESS,
  RESOLVED,
  /** A value that this version does not know; see {@link Alert#unrecognized()}. */
  UNRECOGNIZED
}
