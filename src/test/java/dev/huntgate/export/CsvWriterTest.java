package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.export.CsvReader.Field;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonText;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.result.Utf8Buffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          ",",
          "\"",
          "\"\"",
          "\r\n",
          "\n",
          "\r",
          "a,b",
          "say \"hi\"",
          " padded ",
          "=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "\t=1",
          "\r=1",
          "\n=1",
          "＝1",
          "＋1",
          "－1",
          "＠1",
          "'=1",
          "a=1",
          "žluť",
          "🐎",
          "\u0000",
          "null",
          "=cmd|' /C calc'!A0",
          "=\"a,b\"\r\n\"");
  private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aReaderGetsEveryValue_whenFormulasAreKept(long seed) {
    assertReadBack(seed, FormulaCells.KEEP);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aReaderGetsEveryValue_withAnApostropheBeforeFormulas(long seed) {
    assertReadBack(seed, FormulaCells.ESCAPE);
  }

  private static void assertReadBack(long seed, FormulaCells formulas) {
    Random random = new Random(seed);
    List<Column> columns = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      ColumnType type = random.nextInt(3) > 0 ? ColumnType.STRING : anyType(random);
      columns.add(new Column(nasty(random), type));
    }
    List<Object[]> rows = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      rows.add(columns.stream().map(column -> value(column.type(), random)).toArray());
    }

    List<List<Field>> read = CsvReader.read(csv(columns, rows, formulas));

    assertEquals(rows.size() + 1, read.size());
    for (int c = 0; c < columns.size(); c++) {
      assertEquals(
          expected(ColumnType.STRING, columns.get(c).name(), formulas), read.get(0).get(c).text());
    }
    for (int r = 0; r < rows.size(); r++) {
      List<Field> line = read.get(r + 1);
      assertEquals(columns.size(), line.size());
      for (int c = 0; c < columns.size(); c++) {
        Object value = rows.get(r)[c];
        assertEquals(expected(columns.get(c).type(), value, formulas), line.get(c).text());
        boolean empty = line.get(c).text().isEmpty();
        boolean alone = columns.size() == 1;
        assertTrue(!empty || alone || (value == null) == !line.get(c).quoted());
      }
    }
  }

  private static String expected(ColumnType type, Object value, FormulaCells formulas) {
    if (value == null) {
      return "";
    }
    String text = value instanceof JsonText json ? json.text() : value.toString();
    boolean isText = type == ColumnType.STRING || type == ColumnType.GUID;
    boolean formula = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    return formulas == FormulaCells.ESCAPE && isText && formula ? "'" + text : text;
  }

  @Test
  void writesNothingForNull_andQuotesForEmptyText() {
    List<Column> columns =
        List.of(new Column("a", ColumnType.STRING), new Column("b", ColumnType.LONG));

    assertEquals(
        "a,b\r\n,\r\n\"\",1\r\n",
        csv(columns, List.of(new Object[] {null, null}, new Object[] {"", 1L}), FormulaCells.KEEP));
  }

  @Test
  void writesQuotesForNull_whereALineWouldBeEmpty() {
    assertEquals(
        "a\r\n\"\"\r\n5\r\n",
        csv(
            List.of(new Column("a", ColumnType.LONG)),
            List.of(new Object[] {null}, new Object[] {5L}),
            FormulaCells.ESCAPE));
  }

  @Test
  void writesEachTypeInItsForm() {
    List<Column> columns =
        Arrays.stream(ColumnType.values()).map(type -> new Column(type.name(), type)).toList();
    Object[] row = {
      true,
      -5L,
      Long.MIN_VALUE,
      -1.5,
      new BigDecimal("-1.10"),
      "text",
      Instant.parse("2026-03-01T09:30:00.1234567Z"),
      "-1.02:03:04.5000000",
      "01234567-89ab-cdef-0123-456789abcdef",
      new JsonText("{\"a\":[1,\"=2\"]}")
    };

    assertEquals(
        "BOOL,INT,LONG,REAL,DECIMAL,STRING,DATETIME,TIMESPAN,GUID,DYNAMIC\r\n"
            + "true,-5,-9223372036854775808,-1.5,-1.10,text,2026-03-01T09:30:00.1234567Z,"
            + "-1.02:03:04.5000000,01234567-89ab-cdef-0123-456789abcdef,"
            + "\"{\"\"a\"\":[1,\"\"=2\"\"]}\"\r\n",
        csv(columns, List.<Object[]>of(row), FormulaCells.ESCAPE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠1"})
  void putsAnApostropheBeforeText_thatASpreadsheetWouldCompute(String text) {
    assertEquals("'" + text, single(ColumnType.STRING, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", "'=1", " =1", "1-1", "（1）", "ｱ"})
  void leavesOtherTextAlone(String text) {
    assertEquals(text, single(ColumnType.STRING, text));
  }

  @ParameterizedTest
  @CsvSource({"TIMESPAN, -1.00:00:00, -1.00:00:00", "TIMESPAN, -A1, '''-A1'"})
  void leavesNegativeTimesAlone_butNotWhatLooksLikeThem(
      ColumnType type, String text, String expected) {
    assertEquals(expected, single(type, text));
  }

  @Test
  void leavesNegativeNumbersInJsonAlone() {
    assertEquals("-5e3", single(ColumnType.DYNAMIC, new JsonText("-5e3")));
  }

  private static String single(ColumnType type, Object value) {
    List<Column> columns = List.of(new Column("a", type));
    String csv = csv(columns, List.<Object[]>of(new Object[] {value}), FormulaCells.ESCAPE);
    return CsvReader.read(csv).get(1).get(0).text();
  }

  private static String csv(List<Column> columns, List<Object[]> rows, FormulaCells formulas) {
    ResultBuilder builder = new ResultBuilder(columns);
    rows.forEach(row -> builder.add(row.clone()));
    Result result = builder.build();
    CsvWriter writer = new CsvWriter(result.rows(), formulas);
    Utf8Buffer out = new Utf8Buffer(16);
    writer.begin(out);
    for (int i = 0; i < rows.size(); i++) {
      writer.row(i, out);
    }
    return out.toString();
  }

  private static ColumnType anyType(Random random) {
    ColumnType[] types = {
      ColumnType.BOOL, ColumnType.LONG, ColumnType.DECIMAL, ColumnType.DATETIME, ColumnType.DYNAMIC
    };
    return types[random.nextInt(types.length)];
  }

  private static Object value(ColumnType type, Random random) {
    if (random.nextInt(5) == 0) {
      return null;
    }
    return switch (type) {
      case BOOL -> random.nextBoolean();
      case LONG -> random.nextLong();
      case DECIMAL -> new BigDecimal("-" + random.nextInt(1000) + ".25");
      case DATETIME -> Instant.ofEpochSecond(random.nextInt(), 5_000_000);
      case DYNAMIC -> new JsonText(random.nextBoolean() ? "-7" : "{\"k\":[1,\",\"]}");
      default -> nasty(random);
    };
  }

  private static String nasty(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }
}
