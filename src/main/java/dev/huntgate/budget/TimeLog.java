package dev.huntgate.budget;

/**
 * The running time spent in one window, in steps of a thousandth of its length.
 *
 * <p>What is added counts until the end of the step in which its time is up: never shorter than the
 * window, and at most a step longer. So memory is bounded however many hunts there were. Times are
 * milliseconds that never go back. Not thread-safe.
 */
final class TimeLog implements Meter {

  private static final int STEPS = 1_000;

  private final long lengthMillis;
  private final long stepMillis;
  private final long[] amounts;
  private long firstStep = Long.MIN_VALUE;
  private long total;

  /**
   * @param lengthMillis how long an amount is counted
   */
  TimeLog(long lengthMillis) {
    this.lengthMillis = lengthMillis;
    this.stepMillis = Math.max(1, lengthMillis / STEPS);
    this.amounts = new long[(int) (lengthMillis / stepMillis) + 3];
  }

  @Override
  public long used(long now) {
    forget(now);
    return total;
  }

  @Override
  public void add(long amount, long now) {
    forget(now);
    long step = stepAt(now + lengthMillis - 1) + 1;
    amounts[(int) Math.floorMod(step, (long) amounts.length)] += amount;
    total += amount;
  }

  @Override
  public long whenFreed(long amount, long now) {
    forget(now);
    if (amount <= 0) {
      return now;
    }
    long freed = 0;
    for (long step = firstStep; step < firstStep + amounts.length; step++) {
      freed += amounts[(int) Math.floorMod(step, (long) amounts.length)];
      if (freed >= amount) {
        return step * stepMillis;
      }
    }
    return NEVER;
  }

  /** Drops the steps that have begun: what is filed under a step is freed at its beginning. */
  private void forget(long now) {
    long current = stepAt(now) + 1;
    if (firstStep == Long.MIN_VALUE || current - firstStep >= amounts.length) {
      java.util.Arrays.fill(amounts, 0);
      total = 0;
      firstStep = current;
    }
    for (; firstStep < current; firstStep++) {
      int index = (int) Math.floorMod(firstStep, (long) amounts.length);
      total -= amounts[index];
      amounts[index] = 0;
    }
  }

  private long stepAt(long millis) {
    return Math.floorDiv(millis, stepMillis);
  }
}
