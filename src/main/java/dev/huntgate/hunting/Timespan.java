package dev.huntgate.hunting;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The stretch of time that a hunt looks at, in ISO 8601.
 *
 * <p>One of {@code P30D}, {@code start/end}, {@code P30D/end}, {@code start/P30D} and {@code
 * start}, where a time is a date or a date with time and zone.
 *
 * @param text the text that upstream gets
 */
public record Timespan(String text) {

  private static final int MAX_LENGTH = 100;
  private static final Pattern WITH_TIME = Pattern.compile("(?i)P[^T]*T.*");

  /**
   * Reads a timespan.
   *
   * @throws FailureException {@code INVALID_ARGUMENT} naming {@code timespan}
   */
  public static Timespan parse(String text) {
    String trimmed = text.trim();
    String[] parts = trimmed.split("/", -1);
    if (trimmed.length() > MAX_LENGTH || parts.length > 2 || !isReadable(parts)) {
      throw new FailureException(
          new InvalidArgument(
              "timespan",
              "timespan has to be ISO 8601, such as P7D, PT12H, 2026-01-01T00:00:00Z/P7D or"
                  + " 2026-01-01/2026-01-31."));
    }
    return new Timespan(trimmed);
  }

  /** How far back from now the stretch begins; never negative. */
  Duration reach(Instant now) {
    String[] parts = text.split("/", -1);
    Instant begin;
    if (!isDuration(parts[0])) {
      begin = time(parts[0]);
    } else {
      Instant end = parts.length == 1 ? now : time(parts[1]);
      begin = before(end, parts[0]);
    }
    return begin.isBefore(now) ? Duration.between(begin, now) : Duration.ZERO;
  }

  private static Instant before(Instant end, String duration) {
    return WITH_TIME.matcher(duration).matches()
        ? end.minus(Duration.parse(duration))
        : end.atOffset(ZoneOffset.UTC).minus(Period.parse(duration)).toInstant();
  }

  private static Instant time(String part) {
    return part.indexOf('T') < 0
        ? LocalDate.parse(part).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(part).toInstant();
  }

  private static boolean isReadable(String[] parts) {
    boolean first = isDuration(parts[0]);
    if (parts.length == 1) {
      return first || isTime(parts[0]);
    }
    boolean second = isDuration(parts[1]);
    return !(first && second) && (first || isTime(parts[0])) && (second || isTime(parts[1]));
  }

  private static boolean isDuration(String part) {
    try {
      if (WITH_TIME.matcher(part).matches()) {
        return Duration.parse(part).compareTo(Duration.ZERO) > 0;
      }
      Period period = Period.parse(part);
      return !period.isNegative() && !period.isZero();
    } catch (DateTimeException | ArithmeticException unreadable) {
      return false;
    }
  }

  private static boolean isTime(String part) {
    try {
      time(part);
      return true;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }
}
