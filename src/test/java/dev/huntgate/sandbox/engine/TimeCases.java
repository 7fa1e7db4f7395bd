package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.constant;
import static dev.huntgate.sandbox.engine.QueryCase.each;
import static dev.huntgate.sandbox.engine.SmallTables.NOW;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Functions on times and spans. */
final class TimeCases {

  private static final Duration TICK = Duration.ofNanos(1_000);

  private TimeCases() {}

  static List<QueryCase> all() {
    return List.of(
        constant("now()", NOW),
        constant("now(-1d)", NOW.minus(Duration.ofDays(1))),
        constant("ago(90m)", NOW.minus(Duration.ofMinutes(90))),
        constant("todatetime('2026-01-02T03:04:05Z')", Instant.parse("2026-01-02T03:04:05Z")),
        constant("todatetime('2026-01-02T03:04:05+02:00')", Instant.parse("2026-01-02T01:04:05Z")),
        constant("todatetime('1/2/2026 3:04:05 PM')", Instant.parse("2026-01-02T15:04:05Z")),
        constant("todatetime('never')", null),
        constant("totimespan('1.02:03:04')", Duration.parse("PT26H3M4S")),
        each(
            "totimespan(strcat('0', tostring(hourofday(Timestamp) % 10), ':30:00'))",
            l -> Duration.ofMinutes(30).plusHours(utc(l.time()).getHour() % 10)),
        each("bin(Timestamp, 3h)", l -> bin(l.time(), Duration.ofHours(3))),
        each("startofday(Timestamp)", l -> day(l.time(), d -> d)),
        each("startofday(Timestamp, -1)", l -> day(l.time(), d -> d.minusDays(1))),
        each("endofday(Timestamp)", l -> day(l.time(), d -> d.plusDays(1)).minus(TICK)),
        each("startofweek(Timestamp)", l -> day(l.time(), TimeCases::sunday)),
        each("endofweek(Timestamp)", l -> day(l.time(), d -> sunday(d).plusWeeks(1)).minus(TICK)),
        each("startofmonth(Timestamp)", l -> day(l.time(), d -> d.withDayOfMonth(1))),
        each(
            "endofmonth(Timestamp)",
            l -> day(l.time(), d -> d.withDayOfMonth(1).plusMonths(1)).minus(TICK)),
        each("startofyear(Timestamp)", l -> day(l.time(), d -> d.withDayOfYear(1))),
        each(
            "endofyear(Timestamp)",
            l -> day(l.time(), d -> d.withDayOfYear(1).plusYears(1)).minus(TICK)),
        each("hourofday(Timestamp)", l -> utc(l.time()).getHour()),
        each("dayofmonth(Timestamp)", l -> utc(l.time()).getDayOfMonth()),
        each("dayofyear(Timestamp)", l -> utc(l.time()).getDayOfYear()),
        each("week_of_year(Timestamp)", l -> utc(l.time()).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
        each("monthofyear(Timestamp)", l -> utc(l.time()).getMonthValue()),
        each("getmonth(Timestamp)", l -> utc(l.time()).getMonthValue()),
        each("getyear(Timestamp)", l -> utc(l.time()).getYear()),
        each(
            "dayofweek(Timestamp)",
            l -> Duration.ofDays(utc(l.time()).getDayOfWeek().getValue() % 7)),
        each(
            "datetime_diff('hour', now(), Timestamp)",
            l ->
                ChronoUnit.HOURS.between(
                    l.time().truncatedTo(ChronoUnit.HOURS), NOW.truncatedTo(ChronoUnit.HOURS))),
        each("datetime_add('month', 2, Timestamp)", l -> utc(l.time()).plusMonths(2).toInstant()),
        each("datetime_add('minute', -5, Timestamp)", l -> l.time().minusSeconds(300)),
        each("datetime_part('minute', Timestamp)", l -> utc(l.time()).getMinute()),
        each("datepart('day', Timestamp)", l -> utc(l.time()).getDayOfMonth()),
        each("weekofyear(Timestamp)", l -> utc(l.time()).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
        constant("totime('01:30')", Duration.ofMinutes(90)),
        each(
            "format_datetime(Timestamp, 'dd/MM/yy HH:mm tt')",
            l -> pattern("dd/MM/yy HH:mm a").format(utc(l.time()))),
        constant(
            "format_datetime(datetime(2026-01-02 03:04:05.678), 'yyyy-M-d h:m:s.ff')",
            "2026-1-2 3:4:5.67"),
        constant("format_timespan(26h + 90s, 'd.hh:mm:ss')", "1.02:01:30"),
        constant("make_datetime(2026, 2, 3)", Instant.parse("2026-02-03T00:00:00Z")),
        constant("make_datetime(2026, 2, 3, 4, 5, 6.5)", Instant.parse("2026-02-03T04:05:06.5Z")),
        constant("make_datetime(2026, 13, 3)", null),
        constant("make_timespan(1, 2, 3)", Duration.parse("PT1H2M3S")),
        constant("make_timespan(1, 2, 3, 4)", Duration.parse("P1DT2H3M4S")),
        constant("unixtime_seconds_todatetime(1700000000)", Instant.ofEpochSecond(1700000000L)),
        constant(
            "unixtime_milliseconds_todatetime(1700000000123)",
            Instant.ofEpochMilli(1700000000123L)),
        constant(
            "unixtime_microseconds_todatetime(1700000000123456)",
            Instant.EPOCH.plus(1700000000123456L, ChronoUnit.MICROS)),
        constant(
            "unixtime_nanoseconds_todatetime(1700000000123456000)",
            Instant.EPOCH.plusNanos(1700000000123456000L)),
        constant(
            "datetime_utc_to_local(datetime(2026-07-01 12:00), 'Europe/Paris')",
            shifted(Instant.parse("2026-07-01T12:00:00Z"), 1)),
        constant(
            "datetime_local_to_utc(datetime(2026-07-01 12:00), 'Europe/Paris')",
            shifted(Instant.parse("2026-07-01T12:00:00Z"), -1)),
        each("Timestamp - ago(1d)", l -> Duration.between(NOW.minus(Duration.ofDays(1)), l.time())),
        each("Timestamp + 2 * 1h", l -> l.time().plus(Duration.ofHours(2))),
        constant("1d / 8h", 3.0));
  }

  private static Instant shifted(Instant moment, int sign) {
    int seconds = ZoneId.of("Europe/Paris").getRules().getOffset(moment).getTotalSeconds();
    return moment.plusSeconds((long) sign * seconds);
  }

  private static ZonedDateTime utc(Instant moment) {
    return moment.atZone(ZoneOffset.UTC);
  }

  private static Instant day(Instant moment, Function<LocalDate, LocalDate> change) {
    return change.apply(utc(moment).toLocalDate()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate sunday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
  }

  private static Instant bin(Instant moment, Duration size) {
    long seconds = moment.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, size.getSeconds()));
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }
}
