package dev.huntgate.budget;

import java.time.Duration;

/**
 * So many calls in any stretch of time of this length.
 *
 * @param limit calls, at least 1
 */
public record CallWindow(int limit, Duration duration) {

  public CallWindow {
    if (limit < 1 || duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "A window needs a limit and a duration above zero, not " + limit + " per " + duration);
    }
  }
}
