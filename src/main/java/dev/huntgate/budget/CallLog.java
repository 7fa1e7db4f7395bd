package dev.huntgate.budget;

/**
 * The times of the latest calls in one window: never more of them than the window allows.
 *
 * <p>Times are milliseconds that never go back. Not thread-safe.
 */
final class CallLog implements Meter {

  private final long[] times;
  private final long lengthMillis;
  private int oldest;
  private int size;

  /**
   * @param lengthMillis how long a call is counted
   */
  CallLog(int limit, long lengthMillis) {
    this.times = new long[limit];
    this.lengthMillis = lengthMillis;
  }

  @Override
  public long used(long now) {
    forget(now);
    return size;
  }

  @Override
  public void add(long amount, long now) {
    forget(now);
    for (long i = 0; i < amount; i++) {
      if (size == times.length) {
        throw new IllegalStateException("The window is full");
      }
      times[(oldest + size) % times.length] = now;
      size++;
    }
  }

  /** Forgets one call of this time, if one still counts. */
  void remove(long time) {
    for (int i = size - 1; i >= 0 && at(i) >= time; i--) {
      if (at(i) == time) {
        for (int j = i; j < size - 1; j++) {
          times[(oldest + j) % times.length] = at(j + 1);
        }
        size--;
        return;
      }
    }
  }

  /** Counts a call of this time from a later one on, if it still counts. */
  void move(long time, long later) {
    for (int i = size - 1; i >= 0 && at(i) >= time; i--) {
      if (at(i) == time) {
        int j = i;
        for (; j < size - 1 && at(j + 1) <= later; j++) {
          times[(oldest + j) % times.length] = at(j + 1);
        }
        times[(oldest + j) % times.length] = later;
        return;
      }
    }
  }

  private long at(int index) {
    return times[(oldest + index) % times.length];
  }

  @Override
  public long whenFreed(long amount, long now) {
    forget(now);
    if (amount <= 0) {
      return now;
    }
    return amount > size
        ? NEVER
        : times[(int) ((oldest + amount - 1) % times.length)] + lengthMillis;
  }

  private void forget(long now) {
    while (size > 0 && times[oldest] + lengthMillis <= now) {
      oldest = (oldest + 1) % times.length;
      size--;
    }
  }
}
