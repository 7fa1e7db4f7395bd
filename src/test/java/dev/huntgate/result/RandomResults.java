package dev.huntgate.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Results of any shape beside the plain lists they were made of. */
final class RandomResults {

  /** The same rows twice: as a result, and as lists. */
  record Pair(Result result, List<List<@Nullable Object>> rows) {}

  private static final String[] ODD_TEXTS = {
    "",
    " ",
    "a",
    "A",
    "ab",
    "aB",
    "a\0",
    "a\0b",
    "null",
    "ä",
    "Ä",
    "ß",
    "\u212a",
    "k",
    "K",
    "\ud83d\ude00",
    "\ud800",
    "x\udc00y",
    "\uffff",
    "\ud83d\ude01z",
    "\"quoted\"",
    "back\\slash",
    "line\nbreak",
    "\u0001\u001f\u007f",
    "\u2028",
    "C:\\Windows\\System32\\cmd.exe /c \"echo\"",
    "C:\\Windows\\System32\\cmd.exe /c \"echo1\"",
    "C:\\Windows\\System32\\CMD.EXE",
  };
  private static final String[] ODD_JSON = {
    "{}",
    "[]",
    "null",
    "true",
    "1.50",
    "-0",
    "1e400",
    "\"\"",
    "\"a\"",
    "\"\\ud800\"",
    "{\"a\":{\"b\":[1,null,\"x\\\"y\"]}}",
    "{\"ä\":\"\ud83d\ude00\"}",
    "[1,[2,[3]]]",
  };
  private static final String[] ODD_GUIDS = {
    "6f9c1c2e-0000-4000-8000-000000000001",
    "6F9C1C2E-0000-4000-8000-000000000001",
    "{6f9c1c2e-0000-4000-8000-000000000001}",
    "no guid",
    "",
    "fifteen letters",
    "sixteen letters!",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
  };
  private static final String[] ODD_TIMESPANS = {
    "00:00:00", "01:30:00", "1.02:03:04.1234567", "-00:00:01", "-10675199.02:48:05.4775808",
    "1:2:3", "26:00:00", "90.00:00:00", "not one", "00:00:00.000000001",
  };
  private static final long[] ODD_LONGS = {
    0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 57) + 1, -(1L << 58), 4096
  };
  private static final double[] ODD_REALS = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    7.5,
    0.1,
    1e7,
    1e-3,
    123456.789012,
    1e21,
    -2.25
  };
  private static final String[] ODD_DECIMALS = {
    "0", "0.00", "1", "1.0", "1.00", "-1", "12345678901234567890.50", "1E+400", "1E-400", "0.1"
  };
  private static final String[] ODD_TIMES = {
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.9999999Z", "2026-03-01T09:30:00.5Z", "2024-02-29T12:00:00.123456789Z",
    "0000-01-01T00:00:00Z", "2000-02-29T00:00:00.000000001Z", "1900-03-01T00:00:00.1Z",
  };

  private final Random random;

  RandomResults(long seed) {
    this.random = new Random(seed);
  }

  /** A result of each type of column and more, some of whose names repeat. */
  Pair next(int rowCount) {
    List<Column> columns = new ArrayList<>();
    for (ColumnType type : ColumnType.values()) {
      columns.add(new Column(type.name(), type));
    }
    columns.add(new Column("", ColumnType.STRING));
    columns.add(new Column("STRING", ColumnType.LONG));
    return next(columns, rowCount);
  }

  Pair next(List<Column> columns, int rowCount) {
    ResultBuilder builder = new ResultBuilder(columns);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int[] habits = random.ints(columns.size(), 0, 5).toArray();
    for (int row = 0; row < rowCount; row++) {
      @Nullable Object[] values = new @Nullable Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(columns.get(i).type(), habits[i], row);
      }
      builder.add(values);
      rows.add(new ArrayList<>(Arrays.asList(values)));
    }
    return new Pair(builder.build(), rows);
  }

  /** A value; null now and then, or always, or never, as the habit of its column is. */
  private @Nullable Object value(ColumnType type, int habit, int row) {
    boolean isNull = habit == 0 ? random.nextInt(50) > 0 : habit < 4 && random.nextInt(5) == 0;
    return isNull ? null : value(type, habit == 4 ? row : -1);
  }

  /**
   * A value that is not null.
   *
   * @param row makes values that do not repeat, when it is not negative
   */
  Object value(ColumnType type, int row) {
    return switch (type) {
      case BOOL -> random.nextBoolean();
      case INT -> (long) random.nextInt(10) - 5;
      case LONG -> row >= 0 ? 7L * row + random.nextInt(3) : oneOf(ODD_LONGS);
      case REAL -> row >= 0 ? random.nextGaussian() : oneOf(ODD_REALS);
      case DECIMAL -> new BigDecimal(row >= 0 ? row + ".50" : oneOf(ODD_DECIMALS));
      case STRING -> row >= 0 ? "text " + random.nextInt() + " of row " + row : oneOf(ODD_TEXTS);
      case DATETIME ->
          row >= 0
              ? Instant.ofEpochSecond(1_770_000_000L + row, 100L * random.nextInt(10_000_000))
              : Instant.parse(oneOf(ODD_TIMES));
      case TIMESPAN -> row >= 0 ? row / 60 % 24 + ":" + row % 60 + ":00" : oneOf(ODD_TIMESPANS);
      case GUID -> row >= 0 ? new UUID(random.nextLong(), row).toString() : oneOf(ODD_GUIDS);
      case DYNAMIC ->
          new JsonText(row >= 0 ? "{\"row\":" + row + ",\"of\":\"x\"}" : oneOf(ODD_JSON));
    };
  }

  private String oneOf(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private long oneOf(long[] values) {
    return values[random.nextInt(values.length)];
  }

  private double oneOf(double[] values) {
    return values[random.nextInt(values.length)];
  }
}
