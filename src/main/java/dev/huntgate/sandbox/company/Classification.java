package dev.huntgate.sandbox.company;

/** What an analyst found an incident or an alert to be. */
public enum Classification implements Spelled {
  UNKNOWN,
  TRUE_POSITIVE,
  FALSE_POSITIVE,
  INFORMATIONAL_EXPECTED_ACTIVITY
}
