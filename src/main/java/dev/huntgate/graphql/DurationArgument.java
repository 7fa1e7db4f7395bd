package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads arguments that are ISO 8601 durations. */
final class DurationArgument {

  private DurationArgument() {}

  /**
   * The duration, from zero to a longest one.
   *
   * @param name the argument's name, which a refusal names
   * @throws FailureException {@code INVALID_ARGUMENT} or {@code LIMIT_EXCEEDED}
   */
  static Duration parse(String name, String text, Duration longest) {
    Duration duration = parsed(text);
    if (duration == null || duration.isNegative()) {
      throw new FailureException(
          new InvalidArgument(
              name, name + " has to be an ISO 8601 duration, such as PT30S or PT5M."));
    }
    if (duration.compareTo(longest) > 0) {
      throw new FailureException(
          new LimitExceeded(name, name + " may be at most " + longest + "."));
    }
    return duration;
  }

  private static @Nullable Duration parsed(String text) {
    try {
      return Duration.parse(text.trim());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
