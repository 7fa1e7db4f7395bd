package dev.huntgate.kql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads KQL's ways of writing times and spans of time. */
public final class KqlTime {

  private static final Pattern UNITS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*([a-z]+)");
  private static final Pattern CLOCK =
      Pattern.compile("(-)?(?:(\\d+)\\.)?(\\d+):(\\d+)(?::(\\d+)(?:\\.(\\d{1,7}))?)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:\\d{2})?)?");

  private KqlTime() {}

  /** Returns what stands between a literal's brackets, or the literal when it has none. */
  public static String enclosed(String literal) {
    int open = literal.indexOf('(');
    int close = literal.lastIndexOf(')');
    String inside = open < 0 ? literal : literal.substring(open + 1, Math.max(open + 1, close));
    String bare = inside.strip();
    boolean quoted =
        bare.length() > 1
            && (bare.startsWith("\"") || bare.startsWith("'"))
            && bare.endsWith(bare.substring(0, 1));
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  /** Reads a span such as {@code 7d}, {@code 1.5h}, {@code 1.02:03:04.5} or a count of days. */
  public static Optional<Duration> span(String text) {
    try {
      Matcher units = UNITS.matcher(text);
      if (units.matches()) {
        return Optional.ofNullable(nanosPer(units.group(2)))
            .map(unit -> nanos(new BigDecimal(units.group(1)).multiply(unit)));
      }
      Matcher clock = CLOCK.matcher(text);
      if (clock.matches()) {
        return Optional.of(clock(clock));
      }
      return text.matches("-?\\d+(\\.\\d+)?")
          ? Optional.of(nanos(new BigDecimal(text).multiply(nanosPer("d"))))
          : Optional.empty();
    } catch (ArithmeticException | NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  /** Reads an ISO 8601 date or time, which is in UTC unless it says otherwise. */
  public static Optional<Instant> moment(String text) {
    Matcher moment = MOMENT.matcher(text.strip());
    if (!moment.matches()) {
      return Optional.empty();
    }
    try {
      if (moment.group(2) == null) {
        return Optional.of(
            LocalDate.parse(moment.group(1)).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      String local = moment.group(1) + "T" + moment.group(2);
      return Optional.of(
          moment.group(3) == null
              ? LocalDateTime.parse(local).toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(local + moment.group(3)).toInstant());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Duration clock(Matcher clock) {
    Duration span =
        Duration.ofDays(number(clock.group(2)))
            .plusHours(number(clock.group(3)))
            .plusMinutes(number(clock.group(4)))
            .plusSeconds(number(clock.group(5)));
    String fraction = clock.group(6);
    if (fraction != null) {
      span = span.plusNanos(number((fraction + "00000000").substring(0, 9)));
    }
    return clock.group(1) == null ? span : span.negated();
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Duration nanos(BigDecimal nanos) {
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact());
  }

  private static @Nullable BigDecimal nanosPer(String unit) {
    return switch (unit) {
      case "d", "day", "days" -> new BigDecimal(86_400_000_000_000L);
      case "h", "hr", "hrs", "hour", "hours" -> new BigDecimal(3_600_000_000_000L);
      case "m", "min", "minute", "minutes" -> new BigDecimal(60_000_000_000L);
      case "s", "sec", "second", "seconds" -> new BigDecimal(1_000_000_000L);
      case "ms", "milli", "millis", "millisecond", "milliseconds" -> new BigDecimal(1_000_000L);
      case "micro", "micros", "microsecond", "microseconds" -> new BigDecimal(1_000L);
      case "tick", "ticks" -> new BigDecimal(100L);
      case "nano", "nanos", "nanosecond", "nanoseconds" -> BigDecimal.ONE;
      default -> null;
    };
  }
}
