package dev.huntgate.graphql;

import dev.huntgate.graphql.view.JsonValues;
import dev.huntgate.result.JsonText;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result's rows as the JSON arrays that callers get. */
final class RowValues {

  private static final int NANO_DIGITS = 9;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, NANO_DIGITS, true)
          .appendLiteral('Z')
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private RowValues() {}

  static JsonValue of(List<@Nullable Object> row) {
    List<JsonValue> values = new ArrayList<>(row.size());
    for (Object value : row) {
      values.add(of(value));
    }
    return JsonValues.ofAll(values);
  }

  private static JsonValue of(@Nullable Object value) {
    if (value instanceof JsonText json) {
      return JsonValues.parse(json.text());
    }
    return JsonValues.of(value instanceof Instant time ? TIME.format(time) : value);
  }
}
