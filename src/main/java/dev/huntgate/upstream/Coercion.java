package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonLine;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.result.Utf8Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;

/**
 * Makes of a JSON value what its column's type says, and sets it in a result; not thread-safe.
 *
 * <p>Upstream sends bool as 0 or 1 as well as true or false, null as an empty object, numbers and
 * dynamic values also as text. A null is not set, so that it is what the row's end makes it.
 */
final class Coercion {

  /* Beyond this, a number with an exponent stays one where text is wanted. */
  private static final int MAX_ZEROS = 400;

  private final ColumnType[] types;
  private final List<Column> columns;
  private final ResultBuilder result;
  private final TimeText time = new TimeText();
  private final DynamicValues dynamics = new DynamicValues();
  private final Utf8Buffer number = new Utf8Buffer(32);

  Coercion(List<Column> columns, ResultBuilder result) {
    this.columns = List.copyOf(columns);
    this.types = columns.stream().map(Column::type).toArray(ColumnType[]::new);
    this.result = result;
  }

  /**
   * Sets the scalar at which the parser stands.
   *
   * @throws UnreadableAnswerException when it is none of the column's type
   */
  void scalar(int column, JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL || isEmptyText(types[column], token, parser)) {
      return;
    }
    try {
      switch (types[column]) {
        case BOOL -> result.setBool(column, bool(token, parser));
        case INT, LONG -> result.setLong(column, integer(token, parser));
        case REAL -> result.setReal(column, real(token, parser));
        case DECIMAL -> result.setDecimal(column, decimal(token, parser));
        case DATETIME -> time(column, token, parser);
        case DYNAMIC -> dynamic(column, token, parser);
        case STRING, GUID, TIMESPAN -> text(column, token, parser);
      }
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException unfit) {
      throw unfit(column);
    }
  }

  /**
   * Sets an object or array.
   *
   * @throws UnreadableAnswerException when the column's type does not go with it
   */
  void structure(int column, JsonLine line) throws IOException {
    if (line.isEmptyObject()) {
      return;
    }
    switch (types[column]) {
      case DYNAMIC -> result.setJson(column, line.json().array(), 0, line.json().size());
      case STRING, GUID, TIMESPAN -> result.setText(column, line.json().toString());
      default -> throw unfit(column);
    }
  }

  private static boolean isEmptyText(ColumnType type, JsonToken token, JsonParser parser)
      throws IOException {
    if (token != JsonToken.VALUE_STRING || type == ColumnType.STRING) {
      return false;
    }
    boolean blankIsEmpty = type == ColumnType.DECIMAL || type == ColumnType.DATETIME;
    return parser.getTextLength() == 0 || (blankIsEmpty && parser.getText().isBlank());
  }

  private static boolean bool(JsonToken token, JsonParser parser) throws IOException {
    if (token.isBoolean()) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (token == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
        return text.equalsIgnoreCase("true");
      }
    }
    return isLong(token, parser)
        ? parser.getLongValue() != 0
        : decimal(token, parser).signum() != 0;
  }

  private static long integer(JsonToken token, JsonParser parser) throws IOException {
    if (token.isBoolean()) {
      return token == JsonToken.VALUE_TRUE ? 1 : 0;
    }
    return isLong(token, parser) ? parser.getLongValue() : decimal(token, parser).longValueExact();
  }

  private static double real(JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return Double.parseDouble(parser.getText());
    }
    if (token.isNumeric()) {
      return parser.getDoubleValue();
    }
    throw new IllegalArgumentException("not a number");
  }

  private static BigDecimal decimal(JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return new BigDecimal(parser.getText().trim());
    }
    if (token.isNumeric()) {
      return parser.getDecimalValue();
    }
    throw new IllegalArgumentException("not a number");
  }

  private void time(int column, JsonToken token, JsonParser parser) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("not a time");
    }
    time.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    result.setTime(column, time.second(), time.nano());
  }

  private void dynamic(int column, JsonToken token, JsonParser parser) throws IOException {
    Utf8Buffer json = number;
    if (token == JsonToken.VALUE_STRING) {
      json =
          dynamics.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } else {
      number.clear();
      number.ascii(parser.getText());
    }
    result.setJson(column, json.array(), 0, json.size());
  }

  private void text(int column, JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      BigDecimal value = parser.getDecimalValue();
      boolean plain = Math.abs((long) value.scale()) <= MAX_ZEROS;
      result.setText(column, plain ? value.toPlainString() : value.toString());
    } else {
      result.setText(
          column, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
  }

  private static boolean isLong(JsonToken token, JsonParser parser) throws IOException {
    return token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER;
  }

  private UnreadableAnswerException unfit(int column) {
    return new UnreadableAnswerException(
        "Column " + columns.get(column).name() + " has a value that is no " + types[column]);
  }
}
