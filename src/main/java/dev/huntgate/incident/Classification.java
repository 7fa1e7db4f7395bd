package dev.huntgate.incident;

/** Whether it was a real threat, as an analyst decided. */
public enum Classification {
  /** Not decided yet. */
  UNKNOWN,
  TRUE_POSITIVE,
  FALSE_POSITIVE,
  INFORMATIONAL_EXPECTED_ACTIVITY,
  /** A value that this version does not know; see {@link Incident#unrecognized()}. */
  UNRECOGNIZED
}
