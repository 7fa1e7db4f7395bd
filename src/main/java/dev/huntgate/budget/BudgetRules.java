package dev.huntgate.budget;

import java.time.Duration;

/**
 * How a ledger treats every window.
 *
 * @param guard how long after a window's length an amount still counts: clocks and networks jitter
 * @param opening the part of each window, from 0 to 1, that may be spent while it cannot be known
 *     what was spent before the start
 * @param longestQueue how many may wait for one pool
 * @param headroom the part of each running-time window, from 0 to 1, that nothing is admitted into:
 *     what hunts in flight run longer than was reserved goes there
 */
public record BudgetRules(
    Duration guard, double opening, int longestQueue, Shares shares, double headroom) {

  /**
   * Within which a call reaches upstream that was granted, and was not lost: a token and a
   * connection may have to be had first, by a process that has just begun.
   *
   * <p>When exactly it did, nobody knows. So a call counts from its end on, or from this long after
   * it was granted, whichever is sooner: upstream's window, too, began no later.
   */
  public static final Duration ARRIVAL = Duration.ofSeconds(30);

  /** Rules without headroom. */
  public BudgetRules(Duration guard, double opening, int longestQueue, Shares shares) {
    this(guard, opening, longestQueue, shares, 0);
  }

  /** What of a window is not spent while it cannot be known what was spent before the start. */
  public long heldBack(Window window) {
    return (long) Math.ceil(window.limit() * (1 - opening));
  }

  /** What of a window may be spent: all but its headroom. */
  public long usable(Window window) {
    return window.unit() == Unit.MILLISECONDS
        ? (long) (window.limit() * (1 - headroom))
        : window.limit();
  }

  public BudgetRules {
    if (!(headroom >= 0 && headroom < 1)) {
      throw new IllegalArgumentException("Headroom is from 0 to below 1, unlike " + headroom);
    }
    if (guard.isNegative() || !(opening >= 0 && opening <= 1) || longestQueue < 0) {
      throw new IllegalArgumentException(
          "A guard and a queue may not be negative, and an opening is from 0 to 1: "
              + guard
              + ", "
              + longestQueue
              + ", "
              + opening);
    }
  }
}
