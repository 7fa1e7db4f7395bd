package dev.huntgate.kql;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** KQL's calendar: in UTC, with weeks that begin on Sunday. */
final class Calendar {

  private static final long FARTHEST = 1_000_000_000L;

  private Calendar() {}

  /** Returns the start of the day, week, month or year that a moment lies in. */
  static Optional<Instant> start(Instant moment, String unit) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    LocalDate first =
        switch (unit) {
          case "day" -> day;
          case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
          case "month" -> day.withDayOfMonth(1);
          default -> day.withDayOfYear(1);
        };
    return Optional.of(first.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /** Returns the moment so many units later, or earlier; empty for units that are none. */
  static Optional<Instant> plus(Instant moment, String unit, long count) {
    OffsetDateTime from = moment.atOffset(ZoneOffset.UTC);
    try {
      return Math.abs(count) > FARTHEST
          ? Optional.empty()
          : Optional.of(
              switch (unit) {
                case "year" -> from.plusYears(count).toInstant();
                case "quarter" -> from.plusMonths(3 * count).toInstant();
                case "month" -> from.plusMonths(count).toInstant();
                case "week" -> from.plusWeeks(count).toInstant();
                default -> from.plus(count, unit(unit)).toInstant();
              });
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException noSuchTime) {
      return Optional.empty();
    }
  }

  private static ChronoUnit unit(String name) {
    return switch (name) {
      case "day" -> ChronoUnit.DAYS;
      case "hour" -> ChronoUnit.HOURS;
      case "minute" -> ChronoUnit.MINUTES;
      case "second" -> ChronoUnit.SECONDS;
      case "millisecond" -> ChronoUnit.MILLIS;
      case "microsecond" -> ChronoUnit.MICROS;
      case "nanosecond" -> ChronoUnit.NANOS;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
