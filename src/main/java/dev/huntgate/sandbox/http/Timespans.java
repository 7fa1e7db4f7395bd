package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.engine.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stretch of time of a Graph hunt: a duration, a start, or two of duration, start and end
 * with a slash between them.
 */
final class Timespans {

  private static final Duration RETENTION = Duration.ofDays(30);

  private Timespans() {}

  /** The thirty days that data is kept, ending now. */
  static TimeRange retained(Instant now) {
    return new TimeRange(now.minus(RETENTION), now);
  }

  /** The part of a range that data is kept of, which may be none of it. */
  static TimeRange kept(TimeRange range, Instant now) {
    Instant oldest = retained(now).from();
    return range.from().isBefore(oldest) ? new TimeRange(oldest, range.to()) : range;
  }

  static TimeRange parse(@Nullable String text, Instant now) {
    if (text == null) {
      return retained(now);
    }
    try {
      TimeRange range = range(text.strip().split("/", -1), now);
      if (range.from().isAfter(range.to())) {
        throw new DateTimeException("It ends before it starts.");
      }
      return range;
    } catch (DateTimeException | ArithmeticException e) {
      throw new Refusal(
          Refusal.Reason.BAD_BODY, "The Timespan '" + text + "' is not a valid ISO 8601 interval.");
    }
  }

  private static TimeRange range(String[] parts, Instant now) {
    if (parts.length == 1) {
      return duration(parts[0])
          ? new TimeRange(shift(now, parts[0], -1), now)
          : new TimeRange(instant(parts[0]), now);
    }
    if (parts.length > 2 || (duration(parts[0]) && duration(parts[1]))) {
      throw new DateTimeException("Not an interval.");
    }
    if (duration(parts[0])) {
      Instant end = instant(parts[1]);
      return new TimeRange(shift(end, parts[0], -1), end);
    }
    Instant from = instant(parts[0]);
    return new TimeRange(from, duration(parts[1]) ? shift(from, parts[1], 1) : instant(parts[1]));
  }

  private static boolean duration(String part) {
    return part.startsWith("P");
  }

  /** Moves a time by a duration whose part before the {@code T} may hold years to days. */
  private static Instant shift(Instant from, String duration, int sign) {
    int clock = duration.indexOf('T');
    String days = clock < 0 ? duration : duration.substring(0, clock);
    ZonedDateTime time = from.atZone(ZoneOffset.UTC);
    if (days.length() > 1) {
      time = time.plus(Period.parse(days).multipliedBy(sign));
    } else if (clock < 0) {
      throw new DateTimeException("An empty duration.");
    }
    return clock < 0
        ? time.toInstant()
        : time.toInstant().plus(Duration.parse("P" + duration.substring(clock)).multipliedBy(sign));
  }

  private static Instant instant(String part) {
    if (part.indexOf('T') < 0) {
      return LocalDate.parse(part).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean zoned = part.endsWith("Z") || part.matches(".*[+-]\\d\\d:\\d\\d$");
    return zoned
        ? OffsetDateTime.parse(part).toInstant()
        : LocalDateTime.parse(part).toInstant(ZoneOffset.UTC);
  }
}
