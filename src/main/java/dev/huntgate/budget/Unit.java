package dev.huntgate.budget;

/** What a window counts. */
public enum Unit {
  CALLS,
  /** Running time in milliseconds. */
  MILLISECONDS
}
