package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.TIMESPAN;

/** Reckons with numbers, times and spans as KQL does: whole numbers divide to whole numbers. */
final class Arithmetic {

  private Arithmetic() {}

  static SqlValue apply(String operator, SqlValue left, SqlValue right) {
    if (left.type() == DYNAMIC && right.type() == DYNAMIC) {
      return SqlValue.of(
          DYNAMIC,
          "kql_json_number(%s)",
          apply(operator, Conversions.real(left), Conversions.real(right)));
    }
    SqlValue a = plain(left, right);
    SqlValue b = plain(right, left);
    return switch (operator) {
      case "+" -> plus(a, b);
      case "-" -> minus(a, b);
      case "*" -> times(a, b);
      case "/" -> over(a, b);
      default -> remainder(a, b);
    };
  }

  static SqlValue negated(SqlValue value) {
    if (value.type() == DYNAMIC) {
      return SqlValue.of(DYNAMIC, "kql_json_number(- %s)", Conversions.real(value));
    }
    if (!value.isNumber() && value.type() != TIMESPAN) {
      throw Rejections.types("-", value);
    }
    return SqlValue.of(value.type(), "(- %s)", value);
  }

  static SqlValue plus(SqlValue a, SqlValue b) {
    if (a.type() == DATETIME && b.type() == TIMESPAN) {
      return SqlValue.of(DATETIME, "kql_plus(%s, %s)", a, b);
    }
    if (a.type() == TIMESPAN && b.type() == DATETIME) {
      return plus(b, a);
    }
    if (a.type() == TIMESPAN && b.type() == TIMESPAN) {
      return SqlValue.of(TIMESPAN, "(%s + %s)", a, b);
    }
    return numbers("+", a, b);
  }

  private static SqlValue minus(SqlValue a, SqlValue b) {
    if (a.type() == DATETIME && b.type() == DATETIME) {
      return SqlValue.of(TIMESPAN, "((epoch_us(%s) - epoch_us(%s)) * 10)", a, b);
    }
    if (a.type() == DATETIME && b.type() == TIMESPAN) {
      return SqlValue.of(DATETIME, "kql_plus(%s, - %s)", a, b);
    }
    if (a.type() == TIMESPAN && b.type() == TIMESPAN) {
      return SqlValue.of(TIMESPAN, "(%s - %s)", a, b);
    }
    return numbers("-", a, b);
  }

  private static SqlValue times(SqlValue a, SqlValue b) {
    if ((a.type() == TIMESPAN && b.isNumber()) || (a.isNumber() && b.type() == TIMESPAN)) {
      return SqlValue.of(TIMESPAN, "CAST(%s * %s AS BIGINT)", a, b);
    }
    return numbers("*", a, b);
  }

  private static SqlValue over(SqlValue a, SqlValue b) {
    if (a.type() == TIMESPAN && b.type() == TIMESPAN) {
      return SqlValue.of(REAL, "(CAST(%s AS DOUBLE) / %s)", a, b);
    }
    if (a.type() == TIMESPAN && b.isNumber()) {
      return SqlValue.of(TIMESPAN, "CAST(%s / %s AS BIGINT)", a, b);
    }
    return numbers(a.isWhole() && b.isWhole() ? "//" : "/", a, b);
  }

  private static SqlValue remainder(SqlValue a, SqlValue b) {
    return a.type() == TIMESPAN && b.type() == TIMESPAN
        ? SqlValue.of(TIMESPAN, "(%s %% %s)", a, b)
        : numbers("%", a, b);
  }

  private static SqlValue numbers(String operator, SqlValue a, SqlValue b) {
    if (!a.isNumber() || !b.isNumber()) {
      throw Rejections.types(operator, a, b);
    }
    return a.isWhole() && b.isWhole()
        ? SqlValue.of(LONG, "(CAST(%s AS BIGINT) %s %s)", a, operator, b)
        : SqlValue.of(REAL, "(CAST(%s AS DOUBLE) %s %s)", a, operator, b);
  }

  /** Takes a dynamic value for what the other value is. */
  private static SqlValue plain(SqlValue value, SqlValue other) {
    if (value.type() != DYNAMIC) {
      return value;
    }
    return switch (other.type()) {
      case INT, LONG -> Conversions.whole(value);
      case TIMESPAN -> Conversions.timespan(value);
      case DATETIME -> Conversions.datetime(value);
      default -> Conversions.real(value);
    };
  }
}
