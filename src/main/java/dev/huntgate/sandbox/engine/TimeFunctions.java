package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.INT;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.STRING;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions on times and spans of time. */
final class TimeFunctions {

  private static final Map<String, String> FORMATS =
      Map.of(
          "yyyy", "%Y", "yy", "%y", "MM", "%m", "dd", "%d", "HH", "%H", "hh", "%I", "mm", "%M",
          "ss", "%S", "fff", "%g", "tt", "%p");

  private TimeFunctions() {}

  static void register(ScalarFunctions all) {
    all.add(new ScalarFunction("now", 0, 1, false, TimeFunctions::now));
    all.add(new ScalarFunction("ago", 1, 1, false, (a, now) -> ago(a.get(0), now)));
    all.addNamed("todatetime", 1, 1, a -> Conversions.datetime(a.get(0)));
    all.addNamed("totimespan", 1, 1, a -> Conversions.timespan(a.get(0)));
    start(all, "startofday", "endofday", "kql_day(%s)", "to_days(%s)");
    start(all, "startofweek", "endofweek", "kql_sunday(%s)", "to_weeks(%s)");
    start(all, "startofmonth", "endofmonth", "date_trunc('month', %s)", "to_months(%s)");
    start(all, "startofyear", "endofyear", "date_trunc('year', %s)", "to_years(%s)");
    part(all, "hourofday", "hour(%s)");
    part(all, "dayofmonth", "day(%s)");
    part(all, "dayofyear", "dayofyear(%s)");
    part(all, "monthofyear", "month(%s)");
    part(all, "getmonth", "month(%s)");
    part(all, "getyear", "year(%s)");
    all.add("dayofweek", DATETIME, TIMESPAN, "(dayofweek(%s) * 864000000000)");
    all.add("datetime_diff", 3, 3, TimeFunctions::difference);
    all.add("format_datetime", 2, 2, TimeFunctions::format);
  }

  private static void part(ScalarFunctions all, String name, String sql) {
    all.add(name, DATETIME, INT, "CAST(" + sql + " AS INTEGER)");
  }

  private static void start(
      ScalarFunctions all, String first, String last, String sql, String units) {
    all.addNamed(first, 1, 2, a -> shifted(sql, units, a, 0));
    all.addNamed(
        last, 1, 2, a -> SqlValue.of(DATETIME, "kql_plus(%s, -10)", shifted(sql, units, a, 1)));
  }

  private static SqlValue shifted(String sql, String units, List<SqlValue> a, int more) {
    SqlValue moment = Conversions.datetime(a.get(0));
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

  private static SqlValue difference(List<SqlValue> a) {
    String part = a.get(0).literal().orElse("").toLowerCase(Locale.ROOT);
    if (!List.of(
            "year",
            "quarter",
            "month",
            "week",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "microsecond")
        .contains(part)) {
      throw Rejections.semantic("datetime_diff(): '" + part + "' is not a part of a time.");
    }
    SqlValue later = Conversions.datetime(a.get(1));
    SqlValue earlier = Conversions.datetime(a.get(2));
    return part.equals("week")
        ? SqlValue.of(LONG, "date_diff('day', kql_sunday(%s), kql_sunday(%s)) // 7", earlier, later)
        : SqlValue.of(LONG, "date_diff('" + part + "', %s, %s)", earlier, later);
  }

  private static SqlValue format(List<SqlValue> a) {
    String wanted = a.get(1).literal().orElse("");
    StringBuilder format = new StringBuilder();
    for (int i = 0; i < wanted.length(); ) {
      char c = wanted.charAt(i);
      int end = i + 1;
      while (end < wanted.length() && wanted.charAt(end) == c) {
        end++;
      }
      String run = wanted.substring(i, end);
      if (FORMATS.containsKey(run)) {
        format.append(FORMATS.get(run));
      } else if (Character.isLetter(c) || c == '%') {
        throw Rejections.semantic("format_datetime(): the sandbox does not know '" + run + "'.");
      } else {
        format.append(run);
      }
      i = end;
    }
    return SqlValue.of(
        STRING,
        "coalesce(strftime(%s, %s), '')",
        Conversions.datetime(a.get(0)),
        SqlText.literal(format.toString()));
  }
}
