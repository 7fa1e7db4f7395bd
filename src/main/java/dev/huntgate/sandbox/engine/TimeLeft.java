package dev.huntgate.sandbox.engine;

/**
 * What a hunt has left of the time it may take. Only what upstream would spend time on counts, so
 * whoever works for the hunt says when. Not safe for use by several threads.
 */
final class TimeLeft {

  private long nanos;

  TimeLeft(long nanos) {
    this.nanos = nanos;
  }

  /** When the time is up, for work that begins now; by the clock of {@link System#nanoTime()}. */
  long deadline() {
    return System.nanoTime() + nanos;
  }

  /** Takes off what was spent since {@code start}. */
  void spentSince(long start) {
    nanos -= System.nanoTime() - start;
  }
}
