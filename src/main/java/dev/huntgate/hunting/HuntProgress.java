package dev.huntgate.hunting;

import java.time.Duration;
import java.time.Instant;

/** How far a hunt is that has no result yet. */
public sealed interface HuntProgress {

  /**
   * It waits for the budget.
   *
   * @param ahead how many hunts go before it
   * @param expectedStart when it probably goes upstream
   */
  record Queued(int ahead, Instant expectedStart) implements HuntProgress {}

  /**
   * Upstream runs it.
   *
   * @param since when the budget let it go
   * @param elapsed for how long it has been running, in whole milliseconds
   * @param expected how long half of its latest runs took, or a default
   */
  record Running(Instant since, Duration elapsed, Duration expected) implements HuntProgress {}

  /** The progress of a hunt that has been running since this time. */
  static Running running(Instant since, Instant now, Duration expected) {
    long millis = Math.max(0, Duration.between(since, now).toMillis());
    return new Running(since, Duration.ofMillis(millis), expected);
  }
}
