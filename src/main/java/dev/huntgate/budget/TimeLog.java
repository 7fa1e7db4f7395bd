package dev.huntgate.budget;

import java.util.Arrays;

/**
 * The running time spent in one window, in steps of a thousandth of its length.
 *
 * <p>What is added counts until the end of the step in which its time is up: never shorter than the
 * window, and at most a step longer. So memory is bounded however many hunts there were. Times are
 * milliseconds that never go back. Not thread-safe.
 */
final class TimeLog implements Meter {

  private static final int STEPS = 1_000;

  /* Steps are also summed up in blocks, so that looking ahead need not visit each of them. */
  private static final int BLOCK = 32;

  private final long lengthMillis;
  private final long stepMillis;
  private final long[] amounts;
  private final long[] blocks;
  private long firstStep = Long.MIN_VALUE;
  private long total;

  /**
   * @param lengthMillis how long an amount is counted
   */
  TimeLog(long lengthMillis) {
    this.lengthMillis = lengthMillis;
    this.stepMillis = Math.max(1, lengthMillis / STEPS);
    this.blocks = new long[(int) (lengthMillis / stepMillis + 2) / BLOCK + 1];
    this.amounts = new long[blocks.length * BLOCK];
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
    int index = index(step);
    amounts[index] += amount;
    blocks[index / BLOCK] += amount;
    total += amount;
  }

  @Override
  public long whenFreed(long amount, long now) {
    forget(now);
    if (amount <= 0) {
      return now;
    }
    if (amount > total) {
      return NEVER;
    }
    long freed = 0;
    long step = firstStep;
    int index = index(step);
    while (true) {
      if (index % BLOCK == 0 && freed + blocks[index / BLOCK] < amount) {
        freed += blocks[index / BLOCK];
        step += BLOCK;
        index += BLOCK;
      } else {
        freed += amounts[index];
        if (freed >= amount) {
          return step * stepMillis;
        }
        step++;
        index++;
      }
      index = index == amounts.length ? 0 : index;
    }
  }

  /** Drops the steps that have begun: what is filed under a step is freed at its beginning. */
  private void forget(long now) {
    long current = stepAt(now) + 1;
    if (firstStep == Long.MIN_VALUE || current - firstStep >= amounts.length) {
      Arrays.fill(amounts, 0);
      Arrays.fill(blocks, 0);
      total = 0;
      firstStep = current;
    }
    for (; firstStep < current; firstStep++) {
      int index = index(firstStep);
      total -= amounts[index];
      blocks[index / BLOCK] -= amounts[index];
      amounts[index] = 0;
    }
  }

  private int index(long step) {
    return (int) Math.floorMod(step, (long) amounts.length);
  }

  private long stepAt(long millis) {
    return Math.floorDiv(millis, stepMillis);
  }
}
