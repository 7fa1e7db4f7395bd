package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.DECIMAL;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.GUID;
import static dev.huntgate.kql.KqlType.INT;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.STRING;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Map;

/** Functions that make or round numbers. */
final class NumberFunctions {

  private static final Map<String, KqlType> CONVERSIONS =
      Map.ofEntries(
          Map.entry("toint", INT),
          Map.entry("tolong", LONG),
          Map.entry("toreal", REAL),
          Map.entry("todouble", REAL),
          Map.entry("todecimal", DECIMAL),
          Map.entry("tobool", BOOL),
          Map.entry("toboolean", BOOL),
          Map.entry("toguid", GUID),
          Map.entry("int", INT),
          Map.entry("long", LONG),
          Map.entry("real", REAL),
          Map.entry("double", REAL),
          Map.entry("decimal", DECIMAL),
          Map.entry("bool", BOOL));

  private NumberFunctions() {}

  static void register(ScalarFunctions all) {
    CONVERSIONS.forEach((name, type) -> all.add(name, 1, 1, a -> convert(type, a.get(0))));
    all.add("bin", 2, 2, a -> bin(a.get(0), a.get(1)));
    all.add("floor", 1, 2, a -> bin(a.get(0), a.size() > 1 ? a.get(1) : one()));
    all.add("bin_at", 3, 3, NumberFunctions::binAt);
    all.add("abs", 1, 1, a -> abs(a.get(0)));
    all.add("round", 1, 2, NumberFunctions::round);
    all.add("ceiling", REAL, REAL, "ceil(%s)");
    all.add("sign", REAL, REAL, "CAST(sign(%s) AS DOUBLE)");
    all.add("sqrt", REAL, REAL, "(CASE WHEN %1$s >= 0 THEN sqrt(%1$s) END)");
    logarithm(all, "log", "ln");
    logarithm(all, "log2", "log2");
    logarithm(all, "log10", "log10");
    all.add("exp", REAL, REAL, "exp(%s)");
    all.add("exp2", REAL, REAL, "pow(2, %s)");
    all.add("exp10", REAL, REAL, "pow(10, %s)");
    for (String name : List.of("sin", "cos", "tan", "cot", "atan", "degrees", "radians")) {
      all.add(name, REAL, REAL, name + "(%s)");
    }
    all.add("asin", REAL, REAL, "(CASE WHEN abs(%1$s) <= 1 THEN asin(%1$s) END)");
    all.add("acos", REAL, REAL, "(CASE WHEN abs(%1$s) <= 1 THEN acos(%1$s) END)");
    all.add("pi", 0, 0, a -> SqlValue.of(REAL, "pi()"));
    reals(all, "pow", "pow(%s, %s)");
    reals(all, "atan2", "atan2(%s, %s)");
    all.add("isnan", REAL, BOOL, "isnan(%s)");
    all.add("isinf", REAL, BOOL, "isinf(%s)");
    all.add("isfinite", REAL, BOOL, "isfinite(%s)");
    all.add("rand", 0, 1, NumberFunctions::rand);
    wholes(all, "binary_and", "(%s & %s)");
    wholes(all, "binary_or", "(%s | %s)");
    wholes(all, "binary_xor", "xor(%s, %s)");
    wholes(all, "binary_shift_left", "kql_shift_left(%s, %s)");
    wholes(all, "binary_shift_right", "(%s >> (%s %% 64))");
    all.add("binary_not", LONG, LONG, "(~ %s)");
    all.add("bitset_count_ones", LONG, LONG, "CAST(bit_count(%s) AS BIGINT)");
    all.add("tohex", 1, 2, NumberFunctions::hex);
  }

  private static SqlValue one() {
    return SqlValue.of(LONG, "CAST(1 AS BIGINT)");
  }

  private static void logarithm(ScalarFunctions all, String name, String sql) {
    all.add(name, REAL, REAL, "(CASE WHEN %1$s > 0 THEN " + sql + "(%1$s) END)");
  }

  private static void reals(ScalarFunctions all, String name, String sql) {
    all.add(
        name,
        2,
        2,
        a -> SqlValue.of(REAL, sql, Conversions.real(a.get(0)), Conversions.real(a.get(1))));
  }

  private static void wholes(ScalarFunctions all, String name, String sql) {
    all.add(
        name,
        2,
        2,
        a -> SqlValue.of(LONG, sql, Conversions.whole(a.get(0)), Conversions.whole(a.get(1))));
  }

  private static SqlValue convert(KqlType type, SqlValue value) {
    if (value.type() == DYNAMIC && value.sql().equals(SqlValue.nothing(DYNAMIC).sql())) {
      return SqlValue.nothing(type);
    }
    SqlValue converted = Conversions.to(type, value);
    return type == DECIMAL ? SqlValue.of(DECIMAL, converted.sql()) : converted;
  }

  private static SqlValue bin(SqlValue dynamicOrPlain, SqlValue size) {
    SqlValue value =
        dynamicOrPlain.type() == DYNAMIC ? Conversions.real(dynamicOrPlain) : dynamicOrPlain;
    if (value.type() == DATETIME && size.type() == TIMESPAN) {
      return SqlValue.of(DATETIME, "kql_bin_time(%s, %s)", value, size);
    }
    if (value.type() == TIMESPAN && size.type() == TIMESPAN) {
      return SqlValue.of(TIMESPAN, "kql_bin_long(%s, %s)", value, size);
    }
    if (!value.isNumber() || !size.isNumber()) {
      throw Rejections.types("bin", value, size);
    }
    return value.isWhole() && size.isWhole()
        ? SqlValue.of(LONG, "kql_bin_long(%s, %s)", value, size)
        : SqlValue.of(REAL, "kql_bin_real(%s, %s)", Conversions.real(value), size);
  }

  private static SqlValue binAt(List<SqlValue> a) {
    SqlValue value = a.get(0);
    SqlValue from = a.get(2);
    if (value.type() == DATETIME) {
      SqlValue offset = SqlValue.of(TIMESPAN, "((epoch_us(%s) - epoch_us(%s)) * 10)", value, from);
      return Arithmetic.plus(from, bin(offset, a.get(1)));
    }
    return Arithmetic.plus(from, bin(Arithmetic.apply("-", value, from), a.get(1)));
  }

  private static SqlValue abs(SqlValue value) {
    if (value.isWhole() || value.type() == TIMESPAN) {
      return SqlValue.of(value.type(), "abs(%s)", value);
    }
    return SqlValue.of(REAL, "abs(%s)", Conversions.real(value));
  }

  private static SqlValue round(List<SqlValue> a) {
    String digits = a.size() == 1 ? "0" : "CAST(" + Conversions.whole(a.get(1)) + " AS INTEGER)";
    return a.get(0).isWhole()
        ? SqlValue.of(LONG, "CAST(round(%s, %s) AS BIGINT)", a.get(0), digits)
        : SqlValue.of(REAL, "round(%s, %s)", Conversions.real(a.get(0)), digits);
  }

  private static SqlValue rand(List<SqlValue> a) {
    return a.isEmpty()
        ? SqlValue.of(REAL, "random()")
        : SqlValue.of(REAL, "floor(random() * %s)", Conversions.real(a.get(0)));
  }

  private static SqlValue hex(List<SqlValue> a) {
    SqlValue value = Conversions.whole(a.get(0));
    return a.size() == 1
        ? SqlValue.of(STRING, "coalesce(lower(to_hex(%s)), '')", value)
        : SqlValue.of(
            STRING,
            "coalesce(lpad(lower(to_hex(%1$s)), greatest(CAST(%2$s AS INTEGER),"
                + " length(to_hex(%1$s))::INTEGER), '0'), '')",
            value,
            Conversions.whole(a.get(1)));
  }
}
