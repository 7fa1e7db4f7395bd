package dev.huntgate.budget;

/** How urgently a caller waits. */
public enum Priority {
  /** Somebody is looking at the screen. */
  INTERACTIVE,
  /** Nobody waits; may use a part of each running-time window only, and is owed a smaller part. */
  BACKGROUND
}
