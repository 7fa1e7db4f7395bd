package dev.huntgate.budget;

/**
 * The times of the latest calls in one window: never more of them than the window allows.
 *
 * <p>Times are milliseconds of a clock that may jump back; until it has caught up, the latest time
 * seen counts as now, so that a jump never makes room. Not thread-safe.
 */
final class SlidingLog {

  private final long[] times;
  private final long lengthMillis;
  private int oldest;
  private int size;
  private long latest = Long.MIN_VALUE;

  /**
   * @param lengthMillis how long a call is counted
   */
  SlidingLog(int limit, long lengthMillis) {
    this.times = new long[limit];
    this.lengthMillis = lengthMillis;
  }

  /** When the next call fits; not after {@code now} when it fits now. */
  long nextAt(long now) {
    advance(now);
    return size < times.length ? now : times[oldest] + lengthMillis;
  }

  /** Counts a call; there has to be room. */
  void add(long now) {
    advance(now);
    if (size == times.length) {
      throw new IllegalStateException("The window is full");
    }
    times[(oldest + size) % times.length] = latest;
    size++;
  }

  /** The calls counted at this time. */
  int used(long now) {
    advance(now);
    return size;
  }

  private void advance(long now) {
    latest = Math.max(latest, now);
    while (size > 0 && times[oldest] + lengthMillis <= latest) {
      oldest = (oldest + 1) % times.length;
      size--;
    }
  }
}
