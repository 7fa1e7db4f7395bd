package dev.huntgate.budget;

import java.time.DateTimeException;
import java.time.Duration;

/**
 * So much in any stretch of time of this length.
 *
 * @param unit what is counted
 * @param limit calls or milliseconds, at least 1
 * @param duration the length, at least a second
 */
public record Window(Unit unit, long limit, Duration duration) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public Window {
    if (limit < 1 || duration.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "A window needs a limit of at least 1 and a length of at least a second, unlike "
              + limit
              + " in "
              + duration);
    }
  }

  /**
   * Reads a window as operators write it: {@code 15/PT1M} for calls, {@code PT10M/PT1H} for running
   * time.
   *
   * @throws IllegalArgumentException with words for the operator
   */
  public static Window parse(CharSequence text) {
    String[] parts = text.toString().trim().split("/", -1);
    try {
      if (parts.length == 2 && parts[0].matches("\\d{1,9}")) {
        return calls(Integer.parseInt(parts[0]), Duration.parse(parts[1]));
      }
      if (parts.length == 2) {
        return runningTime(Duration.parse(parts[0]), Duration.parse(parts[1]));
      }
    } catch (DateTimeException unreadable) {
      // Said below, in words.
    }
    throw new IllegalArgumentException(
        "A window is written like 15/PT1M (calls) or PT10M/PT1H (running time), unlike " + text);
  }

  /** So many calls in a stretch of time. */
  public static Window calls(int limit, Duration duration) {
    return new Window(Unit.CALLS, limit, duration);
  }

  /** So much running time in a stretch of time. */
  public static Window runningTime(Duration limit, Duration duration) {
    return new Window(Unit.MILLISECONDS, limit.toMillis(), duration);
  }
}
