package dev.huntgate.sandbox;

/** How the sandbox's windows lie in time; upstream's documents do not say. */
public enum SandboxAlignment {
  /** Each window reaches back from now. */
  SLIDING,
  /** Each window begins with the clock's minute, hour or day in UTC, and is empty then. */
  FIXED,
  /**
   * Calls are counted as when sliding. Instead of running time, processor time is counted by
   * quarters of the hour: when a quarter's share is used up, hunting is blocked until the next one.
   */
  CPU
}
