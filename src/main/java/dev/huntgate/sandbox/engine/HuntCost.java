package dev.huntgate.sandbox.engine;

import java.time.Duration;

/**
 * What a hunt used.
 *
 * @param running the time from its start to its end, without waiting for its turn
 * @param user processor time of the query itself, over all threads
 * @param kernel processor time that the operating system spent on it
 * @param peakMemory bytes
 * @param rowsScanned rows read from tables
 * @param resultBytes the size of the result, counted as for {@link HuntLimits#resultBytes}
 */
public record HuntCost(
    Duration running,
    Duration user,
    Duration kernel,
    long peakMemory,
    long rowsScanned,
    long resultBytes) {

  /** The cost of a hunt of which only the time is known: one processor was busy all the while. */
  public static HuntCost of(Duration running) {
    return new HuntCost(running, running, Duration.ZERO, 0, 0, 0);
  }

  public Duration processor() {
    return user.plus(kernel);
  }

  /** This cost, had the hunt run and computed for longer. */
  public HuntCost longer(Duration time) {
    return new HuntCost(
        running.plus(time), user.plus(time), kernel, peakMemory, rowsScanned, resultBytes);
  }
}
