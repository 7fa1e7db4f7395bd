package dev.huntgate.budget;

import java.time.Duration;

/** Wakes the ledger when time alone has changed something. */
public interface Alarm {

  /**
   * Runs something once after a delay, unless it is cancelled before.
   *
   * @return cancels it
   */
  Runnable after(Duration delay, Runnable wake);
}
