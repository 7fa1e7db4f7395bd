package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.INT;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.STRING;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import dev.huntgate.kql.KqlTime;
import dev.huntgate.kql.KqlType;
import java.time.Duration;

/** Turns values of one KQL type into another, as KQL's {@code to...} functions do. */
final class Conversions {

  private Conversions() {}

  static SqlValue to(KqlType type, SqlValue value) {
    return switch (type) {
      case BOOL -> bool(value);
      case INT -> SqlValue.of(INT, "TRY_CAST(%s AS INTEGER)", whole(value));
      case LONG -> whole(value);
      case REAL, DECIMAL -> real(value);
      case STRING, GUID -> text(value);
      case DATETIME -> datetime(value);
      case TIMESPAN -> timespan(value);
      case DYNAMIC -> dynamic(value);
    };
  }

  static SqlValue text(SqlValue value) {
    return switch (value.type()) {
      case STRING -> value;
      case GUID -> SqlValue.of(STRING, "coalesce(%s, '')", value);
      case BOOL, INT, LONG -> SqlValue.of(STRING, "coalesce(CAST(%s AS VARCHAR), '')", value);
      case REAL, DECIMAL -> SqlValue.of(STRING, "kql_real_text(%s)", value);
      case DATETIME -> SqlValue.of(STRING, "kql_time_text(%s)", value);
      case TIMESPAN -> SqlValue.of(STRING, "kql_span_text(%s)", value);
      case DYNAMIC -> SqlValue.of(STRING, "kql_text(%s)", value);
    };
  }

  static SqlValue whole(SqlValue value) {
    return switch (value.type()) {
      case LONG -> value;
      case BOOL, INT -> SqlValue.of(LONG, "CAST(%s AS BIGINT)", value);
      case REAL, DECIMAL -> SqlValue.of(LONG, "TRY_CAST(trunc(%s) AS BIGINT)", value);
      case DYNAMIC -> SqlValue.of(LONG, "kql_whole(%s)", value);
      case DATETIME -> SqlValue.of(LONG, "((epoch_us(%s) + 62135596800000000) * 10)", value);
      case STRING -> SqlValue.of(LONG, "kql_long(%s)", value);
      case TIMESPAN -> SqlValue.of(LONG, value.sql());
      default -> throw Rejections.types("tolong", value);
    };
  }

  static SqlValue real(SqlValue value) {
    return switch (value.type()) {
      case REAL, DECIMAL -> value;
      case BOOL, INT, LONG -> SqlValue.of(REAL, "CAST(%s AS DOUBLE)", value);
      case DYNAMIC -> SqlValue.of(REAL, "kql_number(%s)", value);
      case STRING -> SqlValue.of(REAL, "TRY_CAST(%s AS DOUBLE)", value);
      default -> throw Rejections.types("toreal", value);
    };
  }

  static SqlValue bool(SqlValue value) {
    return switch (value.type()) {
      case BOOL -> value;
      case INT, LONG, REAL, DECIMAL -> SqlValue.of(BOOL, "(%s <> 0)", value);
      case STRING -> SqlValue.of(BOOL, "TRY_CAST(%s AS BOOLEAN)", value);
      case DYNAMIC -> SqlValue.of(BOOL, "TRY_CAST(%s ->> '$' AS BOOLEAN)", value);
      default -> throw Rejections.types("tobool", value);
    };
  }

  static SqlValue datetime(SqlValue value) {
    return switch (value.type()) {
      case DATETIME -> value;
      case STRING, DYNAMIC -> SqlValue.of(DATETIME, "kql_time(%s)", text(value));
      case INT, LONG -> SqlValue.of(DATETIME, "kql_moment(%s // 10 - 62135596800000000)", value);
      default -> throw Rejections.types("todatetime", value);
    };
  }

  static SqlValue timespan(SqlValue value) {
    if (value.literal().isPresent()) {
      return KqlTime.span(value.literal().get())
          .map(span -> SqlValue.of(TIMESPAN, Long.toString(ticks(span))))
          .orElse(SqlValue.nothing(TIMESPAN));
    }
    return switch (value.type()) {
      case TIMESPAN -> value;
      case INT, LONG -> SqlValue.of(TIMESPAN, value.sql());
      case STRING, DYNAMIC -> SqlValue.of(TIMESPAN, "kql_span(%s)", text(value));
      default -> throw Rejections.types("totimespan", value);
    };
  }

  /** Returns the value as JSON, written as it would stand in a dynamic. */
  static SqlValue dynamic(SqlValue value) {
    return switch (value.type()) {
      case DYNAMIC -> value;
      case DATETIME, TIMESPAN -> {
        SqlValue text = text(value);
        yield SqlValue.of(DYNAMIC, "to_json(CASE WHEN %s IS NOT NULL THEN %s END)", value, text);
      }
      case BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID ->
          SqlValue.of(DYNAMIC, "to_json(%s)", value);
    };
  }

  static long ticks(Duration span) {
    return Math.addExact(Math.multiplyExact(span.getSeconds(), 10_000_000L), span.getNano() / 100);
  }
}
