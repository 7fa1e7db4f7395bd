package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.INT;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Map;

/** Functions that make or round numbers. */
final class NumberFunctions {

  private static final Map<String, KqlType> CONVERSIONS =
      Map.of(
          "toint",
          INT,
          "tolong",
          LONG,
          "toreal",
          REAL,
          "todouble",
          REAL,
          "tobool",
          BOOL,
          "toboolean",
          BOOL,
          "int",
          INT,
          "long",
          LONG,
          "real",
          REAL,
          "double",
          REAL);

  private NumberFunctions() {}

  static void register(ScalarFunctions all) {
    CONVERSIONS.forEach((name, type) -> all.addNamed(name, 1, 1, a -> convert(type, a.get(0))));
    all.addNamed("bool", 1, 1, a -> convert(BOOL, a.get(0)));
    all.addNamed("bin", 2, 2, a -> bin(a.get(0), a.get(1)));
    all.addNamed("floor", 2, 2, a -> bin(a.get(0), a.get(1)));
    all.add("abs", 1, 1, a -> abs(a.get(0)));
    all.add("round", 1, 2, NumberFunctions::round);
    all.add("ceiling", REAL, REAL, "ceil(%s)");
    all.add("sqrt", REAL, REAL, "(CASE WHEN %1$s >= 0 THEN sqrt(%1$s) END)");
    all.add("log10", REAL, REAL, "(CASE WHEN %1$s > 0 THEN log10(%1$s) END)");
    all.add(
        "pow",
        2,
        2,
        a ->
            SqlValue.of(
                REAL, "pow(%s, %s)", Conversions.real(a.get(0)), Conversions.real(a.get(1))));
  }

  private static SqlValue convert(KqlType type, SqlValue value) {
    return value.type() == DYNAMIC && value.sql().equals(SqlValue.nothing(DYNAMIC).sql())
        ? SqlValue.nothing(type)
        : Conversions.to(type, value);
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

  private static SqlValue abs(SqlValue value) {
    if (value.isWhole() || value.type() == TIMESPAN) {
      return SqlValue.of(value.type(), "abs(%s)", value);
    }
    return SqlValue.of(REAL, "abs(%s)", Conversions.real(value));
  }

  private static SqlValue round(List<SqlValue> a) {
    String digits = a.size() == 1 ? "0" : "CAST(" + Conversions.whole(a.get(1)) + " AS INTEGER)";
    return SqlValue.of(REAL, "round(%s, %s)", Conversions.real(a.get(0)), digits);
  }
}
