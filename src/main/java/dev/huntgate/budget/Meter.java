package dev.huntgate.budget;

/** Counts what was spent in one window. */
interface Meter {

  /** The answer to when something is freed that was never spent. */
  long NEVER = Long.MAX_VALUE;

  /** What still counts at this time. */
  long used(long now);

  /** Counts an amount from now on. */
  void add(long amount, long now);

  /**
   * When so much of what counts now will count no longer; {@link #NEVER} when it is not so much.
   */
  long whenFreed(long amount, long now);
}
