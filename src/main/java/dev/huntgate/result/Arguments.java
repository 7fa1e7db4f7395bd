package dev.huntgate.result;

import dev.huntgate.failure.FailureException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The values of a condition, read by the type of its column. */
final class Arguments {

  private static final int MAX_NUMBER_CHARS = 100;

  private final String argument;
  private final Column column;
  private final Condition condition;

  Arguments(String argument, Column column, Condition condition) {
    this.argument = argument;
    this.column = column;
    this.condition = condition;
  }

  /** All the values, read with one of the methods here. */
  <T> List<T> all(BiFunction<Arguments, Object, T> reading) {
    List<T> read = new ArrayList<>(condition.values().size());
    for (Object value : condition.values()) {
      if (value == null) {
        throw refuse("null equals nothing; ask for rows without a value with IS_NULL");
      }
      read.add(reading.apply(this, value));
    }
    return read;
  }

  boolean bool(Object value) {
    String text = value.toString();
    if (text.equalsIgnoreCase("true") || text.equals("1")) {
      return true;
    }
    if (text.equalsIgnoreCase("false") || text.equals("0")) {
      return false;
    }
    throw unfit(value, "true or false");
  }

  long integer(Object value) {
    try {
      return decimalOf(value).longValueExact();
    } catch (ArithmeticException | NumberFormatException unfit) {
      throw unfit(value, "a whole number of at most 64 bits");
    }
  }

  double real(Object value) {
    String text = value.toString();
    try {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> decimalOf(value).doubleValue() + 0.0;
      };
    } catch (NumberFormatException unfit) {
      throw unfit(value, "a number, or NaN, Infinity or -Infinity as a string");
    }
  }

  BigDecimal decimal(Object value) {
    try {
      return decimalOf(value);
    } catch (NumberFormatException unfit) {
      throw unfit(value, "a number");
    }
  }

  Instant time(Object value) {
    String expected = "a time in ISO 8601, such as 2026-03-01T09:30:00Z";
    String text = string(value, expected);
    try {
      if (text.indexOf('T') < 0) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      boolean zoned =
          text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
      return zoned
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException unfit) {
      throw unfit(value, expected);
    }
  }

  TimespanText timespan(Object value) {
    String expected = "a timespan such as 1.02:30:00 or PT26H30M";
    @Nullable TimespanText read = TimespanText.ofArgument(string(value, expected));
    if (read == null) {
      throw unfit(value, expected);
    }
    return read;
  }

  String string(Object value) {
    return string(value, "a string");
  }

  /** A refusal that names the column. */
  FailureException refuse(String why) {
    return ColumnFinder.refusal(
        argument,
        "Column %s (%s): %s.".formatted(ColumnFinder.quote(column.name()), column.type(), why));
  }

  FailureException refuseOperator(String accepted) {
    return refuse(
        "%s%s does not go with this type; accepted are %s"
            .formatted(
                condition.operator(), condition.ignoreCase() ? " ignoring case" : "", accepted));
  }

  private String string(Object value, String expected) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    throw unfit(value, expected);
  }

  private static BigDecimal decimalOf(Object value) {
    String text = value.toString();
    if (text.length() > MAX_NUMBER_CHARS) {
      throw new NumberFormatException("too long");
    }
    return new BigDecimal(text);
  }

  private FailureException unfit(Object value, String expected) {
    return refuse(ColumnFinder.quote(value.toString()) + " is not " + expected);
  }
}
