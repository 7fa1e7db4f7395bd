package dev.huntgate.incident;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of incidents is wanted.
 *
 * @param first how many incidents at most, from 1 to {@link #MAX_FIRST}
 * @param after the place to go on from; null for the beginning
 * @param withAlerts whether the incidents are to come with their alerts
 */
public record IncidentQuery(
    IncidentOrder order,
    IncidentFilter filter,
    int first,
    @Nullable IncidentPosition after,
    boolean withAlerts) {

  /** The most incidents in one page: what five upstream pages of the smaller family hold. */
  public static final int MAX_FIRST = 250;

  /**
   * Lets a number of incidents pass that one page can hold.
   *
   * @throws FailureException {@code INVALID_ARGUMENT} or {@code LIMIT_EXCEEDED}
   */
  static void checkFirst(int first) {
    if (first < 1) {
      throw new FailureException(
          new InvalidArgument("first", "first has to be at least 1, not " + first + "."));
    }
    if (first > MAX_FIRST) {
      throw new FailureException(
          new LimitExceeded(
              "first",
              "first may be at most " + MAX_FIRST + ", not " + first + "; read on with after."));
    }
  }
}
