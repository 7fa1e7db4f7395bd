package dev.huntgate.sandbox.company;

/** Where an alert stands. */
public enum AlertStatus implements Spelled {
  NEW,
  IN_PROGRESS,
  RESOLVED
}
