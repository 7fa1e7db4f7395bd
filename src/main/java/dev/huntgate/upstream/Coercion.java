package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a JSON value what its column's type says.
 *
 * <p>Upstream sends bool as 0 or 1 as well as true or false, null as an empty object, numbers and
 * dynamic values also as text.
 */
final class Coercion {

  private Coercion() {}

  /** The scalar at which the parser stands; numbers keep every digit. */
  static @Nullable Object raw(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getDecimalValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> parser.getText();
    };
  }

  /**
   * The value as {@link dev.huntgate.result.Result} keeps it.
   *
   * @throws UnreadableAnswerException when it is none of this type
   */
  static @Nullable Object coerce(Column column, @Nullable Object raw)
      throws UnreadableAnswerException {
    if (raw == null || isEmptyObject(raw, column.type())) {
      return null;
    }
    try {
      return switch (column.type()) {
        case BOOL -> bool(raw);
        case INT, LONG -> integer(raw);
        case REAL -> real(raw);
        case DECIMAL -> raw instanceof String text && text.isBlank() ? null : decimal(raw);
        case DATETIME -> raw instanceof String text && text.isBlank() ? null : time(raw);
        case DYNAMIC -> DynamicValues.of(raw);
        case STRING, GUID, TIMESPAN -> text(raw);
      };
    } catch (DateTimeException
        | ArithmeticException
        | IllegalArgumentException
        | JsonProcessingException unfit) {
      throw new UnreadableAnswerException(
          "Column " + column.name() + " has a value that is no " + column.type());
    }
  }

  private static boolean isEmptyObject(Object raw, ColumnType type) {
    return (raw instanceof JsonText json && json.text().equals("{}"))
        || (raw instanceof String text && text.isEmpty() && type != ColumnType.STRING);
  }

  private static Boolean bool(Object raw) {
    if (raw instanceof Boolean bool) {
      return bool;
    }
    if (raw instanceof String text && text.equalsIgnoreCase("true")) {
      return true;
    }
    if (raw instanceof String text && text.equalsIgnoreCase("false")) {
      return false;
    }
    return decimal(raw).signum() != 0;
  }

  private static Long integer(Object raw) {
    if (raw instanceof Long number) {
      return number;
    }
    if (raw instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    return decimal(raw).longValueExact();
  }

  private static Double real(Object raw) {
    if (raw instanceof String text) {
      return Double.valueOf(text);
    }
    return decimal(raw).doubleValue();
  }

  private static BigDecimal decimal(Object raw) {
    if (raw instanceof BigDecimal number) {
      return number;
    }
    if (raw instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (raw instanceof String text) {
      return new BigDecimal(text.trim());
    }
    throw new IllegalArgumentException("not a number");
  }

  private static Instant time(Object raw) {
    if (!(raw instanceof String text)) {
      throw new IllegalArgumentException("not a time");
    }
    if (text.endsWith("Z")) {
      return Instant.parse(text);
    }
    boolean zoned = text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static String text(Object raw) {
    if (raw instanceof JsonText json) {
      return json.text();
    }
    return raw instanceof BigDecimal number ? number.toPlainString() : raw.toString();
  }
}
