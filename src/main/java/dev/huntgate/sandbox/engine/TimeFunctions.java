package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.INT;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import dev.huntgate.kql.KqlType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Functions on times and spans of time. */
final class TimeFunctions {

  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("year", "to_years"),
          Map.entry("quarter", "to_quarters"),
          Map.entry("month", "to_months"),
          Map.entry("week", "to_weeks"),
          Map.entry("day", "to_days"),
          Map.entry("hour", "to_hours"),
          Map.entry("minute", "to_minutes"),
          Map.entry("second", "to_seconds"),
          Map.entry("millisecond", "to_milliseconds"),
          Map.entry("microsecond", "to_microseconds"));

  private TimeFunctions() {}

  static void register(ScalarFunctions all) {
    all.add(new ScalarFunction("now", 0, 1, TimeFunctions::now));
    all.add(new ScalarFunction("ago", 1, 1, (a, now) -> ago(a.get(0), now)));
    all.add("todatetime", 1, 1, a -> Conversions.datetime(a.get(0)));
    all.add("totimespan", 1, 1, a -> Conversions.timespan(a.get(0)));
    all.add("totime", 1, 1, a -> Conversions.timespan(a.get(0)));
    start(all, "startofday", "endofday", "kql_day(%s)", "to_days(%s)");
    start(all, "startofweek", "endofweek", "kql_sunday(%s)", "to_weeks(%s)");
    start(all, "startofmonth", "endofmonth", "date_trunc('month', %s)", "to_months(%s)");
    start(all, "startofyear", "endofyear", "date_trunc('year', %s)", "to_years(%s)");
    part(all, "hourofday", "hour(%s)");
    part(all, "dayofmonth", "day(%s)");
    part(all, "dayofyear", "dayofyear(%s)");
    part(all, "week_of_year", "week(%s)");
    part(all, "weekofyear", "week(%s)");
    part(all, "monthofyear", "month(%s)");
    part(all, "getmonth", "month(%s)");
    part(all, "getyear", "year(%s)");
    all.add("dayofweek", DATETIME, TIMESPAN, "(dayofweek(%s) * 864000000000)");
    all.add("datetime_diff", 3, 3, TimeFunctions::difference);
    all.add("datetime_add", 3, 3, TimeFunctions::add);
    all.add("datetime_part", 2, 2, TimeFunctions::partOf);
    all.add("datepart", 2, 2, TimeFunctions::partOf);
    all.add("format_datetime", 2, 2, TimeFormats::moment);
    all.add("format_timespan", 2, 2, TimeFormats::span);
    all.add("make_datetime", 1, 6, TimeFunctions::moment);
    all.add("make_timespan", 2, 4, TimeFunctions::madeSpan);
    unixTime(all, "seconds", "* 1000000");
    unixTime(all, "milliseconds", "* 1000");
    unixTime(all, "microseconds", "");
    unixTime(all, "nanoseconds", "// 1000");
    all.add("datetime_utc_to_local", 2, 2, a -> zoned(a, "timezone(%2$s, timezone('UTC', %1$s))"));
    all.add("datetime_local_to_utc", 2, 2, a -> zoned(a, "timezone('UTC', timezone(%2$s, %1$s))"));
  }

  private static void part(ScalarFunctions all, String name, String sql) {
    all.add(name, DATETIME, INT, "CAST(" + sql + " AS INTEGER)");
  }

  private static void start(
      ScalarFunctions all, String first, String last, String sql, String units) {
    all.add(first, 1, 2, a -> shifted(first, sql, units, a, 0));
    all.add(
        last,
        1,
        2,
        a -> SqlValue.of(DATETIME, "kql_plus(%s, -10)", shifted(last, sql, units, a, 1)));
  }

  private static SqlValue shifted(
      String name, String sql, String units, List<SqlValue> a, int more) {
    SqlValue moment = moment(name, a.get(0));
    String offset = a.size() == 1 ? "0" : Conversions.whole(a.get(1)).sql();
    String steps = String.format(units, "CAST(" + offset + " + " + more + " AS INTEGER)");
    return SqlValue.of(DATETIME, "CAST(" + sql + " + %s AS TIMESTAMP)", moment, steps);
  }

  private static SqlValue now(List<SqlValue> a, Instant now) {
    SqlValue moment = LiteralTranslator.moment(now);
    return a.isEmpty() ? moment : Arithmetic.plus(moment, span("now", a.get(0)));
  }

  private static SqlValue ago(SqlValue span, Instant now) {
    return Arithmetic.apply("-", LiteralTranslator.moment(now), span("ago", span));
  }

  private static SqlValue span(String function, SqlValue value) {
    if (value.type() != TIMESPAN) {
      throw Rejections.types(function, value);
    }
    return value;
  }

  private static String part(String function, SqlValue name) {
    String part = name.literal().orElse("").toLowerCase(Locale.ROOT);
    if (!PARTS.containsKey(part)) {
      throw Rejections.semantic(function + "(): '" + part + "' is not a part of a time.");
    }
    return part;
  }

  /** Returns a value that is a time; text is none until it is converted. */
  static SqlValue moment(String function, SqlValue value) {
    if (value.type() != DATETIME && value.type() != KqlType.DYNAMIC) {
      throw Rejections.types(function, value);
    }
    return Conversions.datetime(value);
  }

  private static SqlValue difference(List<SqlValue> a) {
    String part = part("datetime_diff", a.get(0));
    SqlValue later = moment("datetime_diff", a.get(1));
    SqlValue earlier = moment("datetime_diff", a.get(2));
    return part.equals("week")
        ? SqlValue.of(LONG, "date_diff('day', kql_sunday(%s), kql_sunday(%s)) // 7", earlier, later)
        : SqlValue.of(LONG, "date_diff('" + part + "', %s, %s)", earlier, later);
  }

  private static SqlValue add(List<SqlValue> a) {
    String part = part("datetime_add", a.get(0));
    String function = PARTS.getOrDefault(part, "");
    String amount = Conversions.whole(a.get(1)).sql();
    if (List.of("year", "quarter", "month", "week", "day").contains(part)) {
      amount = "CAST(" + amount + " AS INTEGER)";
    }
    return SqlValue.of(
        DATETIME,
        "CAST(%s + " + function + "(%s) AS TIMESTAMP)",
        moment("datetime_add", a.get(2)),
        amount);
  }

  private static SqlValue partOf(List<SqlValue> a) {
    String part = a.get(0).literal().orElse("").toLowerCase(Locale.ROOT);
    SqlValue moment = moment("datetime_part", a.get(1));
    String sql =
        switch (part) {
          case "year", "quarter", "month", "day", "dayofyear", "hour", "minute", "second" ->
              part + "(%s)";
          case "weekofyear", "week_of_year" -> "week(%s)";
          case "millisecond" -> "epoch_us(%s) // 1000 %% 1000";
          case "microsecond" -> "epoch_us(%s) %% 1000000";
          case "nanosecond" -> "epoch_us(%s) %% 1000000 * 1000";
          default ->
              throw Rejections.semantic("datetime_part(): '" + part + "' is not a part of a time.");
        };
    return SqlValue.of(INT, "CAST(" + sql + " AS INTEGER)", moment);
  }

  private static SqlValue moment(List<SqlValue> a) {
    if (a.size() == 1) {
      return Conversions.datetime(a.get(0));
    }
    if (a.size() == 2) {
      throw Rejections.arguments("make_datetime", 2);
    }
    String parts =
        IntStream.range(0, 6)
            .mapToObj(
                i -> {
                  if (i >= a.size()) {
                    return "0";
                  }
                  return i == 5
                      ? Conversions.real(a.get(i)).sql()
                      : Conversions.whole(a.get(i)).sql();
                })
            .collect(Collectors.joining(", "));
    return SqlValue.of(DATETIME, "TRY(make_timestamp(" + parts + "))");
  }

  private static SqlValue madeSpan(List<SqlValue> a) {
    int days = a.size() == 4 ? 1 : 0;
    long[] ticks = {36_000_000_000L, 600_000_000L, 10_000_000L};
    StringBuilder sql = new StringBuilder("CAST(");
    sql.append(days == 0 ? "0" : a.get(0) + " * 864000000000");
    for (int i = 0; i + days < a.size(); i++) {
      sql.append(" + ").append(a.get(i + days)).append(" * ").append(ticks[i]);
    }
    return SqlValue.of(TIMESPAN, sql.append(" AS BIGINT)").toString());
  }

  private static void unixTime(ScalarFunctions all, String unit, String toMicros) {
    all.add(
        "unixtime_" + unit + "_todatetime",
        1,
        1,
        a -> {
          SqlValue count = a.get(0);
          return count.type() == KqlType.REAL && !toMicros.startsWith("/")
              ? SqlValue.of(DATETIME, "kql_moment(CAST(%s " + toMicros + " AS BIGINT))", count)
              : SqlValue.of(DATETIME, "kql_moment(%s " + toMicros + ")", Conversions.whole(count));
        });
  }

  private static SqlValue zoned(List<SqlValue> a, String sql) {
    return SqlValue.of(DATETIME, sql, Conversions.datetime(a.get(0)), Conversions.text(a.get(1)));
  }
}
