package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.result.RandomResults.Pair;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsWritingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  @Test
  void writesNumbersAsTheyAre() {
    assertEquals(
        "[9007199254740993,0.25,12345678901234567890.10,true,null]",
        array(9007199254740993L, 0.25, new BigDecimal("12345678901234567890.10"), true, null));
  }

  @Test
  void writesStrings_whereJsonLacksTheNumber() {
    assertEquals(
        "[\"NaN\",\"Infinity\",\"-Infinity\"]",
        array(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  @Test
  void writesTimesInUtc_withNoMoreDigitsThanNeeded() {
    assertEquals(
        "[\"2026-03-01T09:30:00Z\",\"2026-03-01T09:30:00.5Z\",\"2026-03-01T09:30:00.1234567Z\"]",
        array(
            Instant.parse("2026-03-01T09:30:00Z"),
            Instant.parse("2026-03-01T09:30:00.500Z"),
            Instant.parse("2026-03-01T09:30:00.123456700Z")));
  }

  @Test
  void writesDynamicValuesAsJsonInOneLine() {
    assertEquals(
        "[{\"a\":[1,null,{\"b\":\"c\"}]},[\"x\"],\"text\",1.50,null]",
        array(
            new JsonText("{\"a\": [1, null,\n {\"b\": \"c\"}]}"),
            new JsonText("[\"x\"]"),
            new JsonText("\"text\""),
            new JsonText(" 1.50 "),
            new JsonText("null")));
  }

  @Test
  void writesTheTextOfADynamicValue_whenItIsNotJson() {
    assertEquals(
        "[\"{\\\"a\\\":\",\"\",\"NaN\",\"1 2\"]",
        array(new JsonText("{\"a\":"), new JsonText(""), new JsonText("NaN"), new JsonText("1 2")));
  }

  @Test
  void escapesWhatJsonDemands_andLoneSurrogates() {
    assertEquals(
        "[\"\\\"\\\\\\n\\u0001 \u2028ä\ud83d\ude00\\ud800x\"]",
        array("\"\\\n\u0001 \u2028ä\ud83d\ude00\ud800x"));
  }

  @Test
  void givesRepeatedNamesASuffix_whenARowIsAnObject() {
    List<Column> columns =
        List.of("a", "a", "", "a_1", "a", "").stream()
            .map(name -> new Column(name, ColumnType.LONG))
            .toList();
    ResultBuilder builder = new ResultBuilder(columns);
    builder.add(new Object[] {1L, 2L, 3L, 4L, 5L, null});
    Utf8Buffer out = new Utf8Buffer(0);

    builder.build().rows().writeLine(0, out);

    assertEquals("{\"a\":1,\"a_2\":2,\"\":3,\"a_1\":4,\"a_3\":5,\"_1\":null}\n", out.toString());
  }

  @Test
  void writesEmptyRows_whenThereIsNoColumn() {
    ResultBuilder builder = new ResultBuilder(List.of());
    builder.endRow();
    Utf8Buffer out = new Utf8Buffer(0);

    builder.build().rows().writeLine(0, out);
    builder.build().rows().writeArray(0, out);

    assertEquals("{}\n[]", out.toString());
    assertThrows(IndexOutOfBoundsException.class, () -> builder.build().rows().writeArray(1, out));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void writesJson_thatReadsAsTheValues(long seed) throws IOException {
    Pair pair = new RandomResults(seed).next(200);
    Rows rows = pair.result().rows().orderBy(List.of(Order.descending("INT")));
    Utf8Buffer out = new Utf8Buffer(0);

    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable Object> values = rows.row(row);
      out.clear();
      rows.writeArray(row, out);
      String array = out.toString();
      out.clear();
      rows.writeLine(row, out);
      String line = out.toString();
      assertEquals(line.length() - 1, line.indexOf('\n'));
      JsonNode object = JSON.readTree(line);
      assertEquals(values.size(), object.size());
      assertEquals(JSON.readTree(array), JSON.valueToTree(object.elements()));
      for (int column = 0; column < values.size(); column++) {
        out.clear();
        rows.writeJson(row, column, out);
        assertEquals(json(values.get(column)), out.toString());
        assertTrue(array.contains(out.toString()));
        assertEquals(values.get(column) == null, rows.isNull(row, column));
        out.clear();
        rows.writeText(row, column, out);
        assertEquals(text(values.get(column)), out.toString());
      }
    }
  }

  private static String json(@Nullable Object value) throws IOException {
    if (value instanceof String text) {
      StringBuilder escaped = new StringBuilder();
      for (int point : JSON.writeValueAsString(escape(text)).codePoints().toArray()) {
        escaped.appendCodePoint(point);
      }
      return escaped
          .toString()
          .replace("\ue000", "\\ud800")
          .replace("\ue001", "\\udc00")
          .replaceAll("\\\\u00([01])([A-F])", "\\\\u00$1" + "$2")
          .replace("\\u001F", "\\u001f");
    }
    if (value instanceof Double real && !Double.isFinite(real)) {
      return "\"" + real + "\"";
    }
    return value instanceof Instant
        ? "\"" + text(value) + "\""
        : value == null ? "null" : text(value);
  }

  /* Jackson refuses lone surrogates, so that others stand in for them. */
  private static String escape(String text) {
    return text.replaceAll("\ud800(?![\udc00-\udfff])", "\ue000")
        .replaceAll("(?<![\ud800-\udbff])\udc00", "\ue001");
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof JsonText json) {
      return json.text();
    }
    if (value instanceof String text) {
      return escape(text).replace('\ue000', '\ufffd').replace('\ue001', '\ufffd');
    }
    return value instanceof Instant time ? TIME.format(time) : value.toString();
  }

  private static String array(@Nullable Object... row) {
    List<Column> columns = Arrays.stream(row).map(value -> new Column("x", type(value))).toList();
    ResultBuilder builder = new ResultBuilder(columns);
    builder.add(row);
    Utf8Buffer out = new Utf8Buffer(0);
    builder.build().rows().writeArray(0, out);
    return out.toString();
  }

  private static ColumnType type(@Nullable Object value) {
    return value instanceof Long
        ? ColumnType.LONG
        : value instanceof Double
            ? ColumnType.REAL
            : value instanceof BigDecimal
                ? ColumnType.DECIMAL
                : value instanceof Boolean
                    ? ColumnType.BOOL
                    : value instanceof Instant
                        ? ColumnType.DATETIME
                        : value instanceof JsonText ? ColumnType.DYNAMIC : ColumnType.STRING;
  }
}
