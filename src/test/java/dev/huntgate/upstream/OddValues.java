package dev.huntgate.upstream;

import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values of upstream's JSON, the odd ones before all, and what they should be read as. */
final class OddValues {

  /** A value as JSON, and what it is. */
  record Odd(String json, @Nullable Object value) {}

  private static final int[] POINTS = {
    'a', 'Z', ' ', '"', '\\', '/', '\n', 0, 0x1F, 0x7F, 0xE4, 0xFF, 0x7FF, 0x800, 0xD800, 0xDFFF,
    0xFFFF, 0x10000, 0x1F600, 0x10FFFF, 0x2028
  };
  private static final Odd[] BOOLS = {
    odd("true", true),
    odd("false", false),
    odd("0", false),
    odd("1", true),
    odd("2", true),
    odd("\"TRUE\"", true),
    odd("\"false\"", false),
    odd("\"0\"", false),
    odd("0.0", false),
  };
  private static final Odd[] LONGS = {
    odd("0", 0L),
    odd("-1", -1L),
    odd("9007199254740993", 9007199254740993L),
    odd("9223372036854775807", Long.MAX_VALUE),
    odd("-9223372036854775808", Long.MIN_VALUE),
    odd("\"42\"", 42L),
    odd("\" 7 \"", 7L),
    odd("7.0", 7L),
    odd("1e3", 1000L),
    odd("true", 1L),
  };
  private static final Odd[] REALS = {
    odd("1.5", 1.5), odd("5", 5.0), odd("\"NaN\"", Double.NaN), odd("1e400", 1.0 / 0),
    odd("\"-Infinity\"", -1.0 / 0), odd("\"7.25\"", 7.25), odd("0.1", 0.1), odd("1e-400", 0.0),
    odd("123456789012345678901234567890", 123456789012345678901234567890.0),
  };
  private static final Odd[] DECIMALS = {
    odd("12345678901234567890.50", new BigDecimal("12345678901234567890.50")),
    odd("\"0.10\"", new BigDecimal("0.10")),
    odd("1", new BigDecimal("1")),
    odd("\" \"", null),
    odd("\"1E+400\"", new BigDecimal("1E+400")),
    odd("1e-400", new BigDecimal("1e-400")),
  };
  private static final Odd[] STRINGS = {
    odd("5", "5"),
    odd("1.50", "1.50"),
    odd("1e3", "1000"),
    odd("true", "true"),
    odd("[1, \"a\"]", "[1,\"a\"]"),
    odd("{\"a\" : {}}", "{\"a\":{}}"),
    odd("123456789012345678901234567890", "123456789012345678901234567890"),
    odd("1e999999999", "1E+999999999"),
  };
  private static final Odd[] DYNAMICS = {
    odd("5", new JsonText("5")),
    odd("1.50", new JsonText("1.50")),
    odd("false", new JsonText("false")),
    odd("\"[1, 2]\"", new JsonText("[1,2]")),
    odd("\" {\\\"a\\\": 1.50} \"", new JsonText("{\"a\":1.50}")),
    odd("\"plain\"", new JsonText("\"plain\"")),
    odd("\"{bad\"", new JsonText("\"{bad\"")),
    odd("\"{} x\"", new JsonText("\"{} x\"")),
    odd("\"{}\"", new JsonText("{}")),
    odd("{\"@odata.type\": \"x\"}", new JsonText("{}")),
    odd("[]", new JsonText("[]")),
    odd(
        "{\"@odata.type\": \"x\", \"k\": {\"x@odata.y\": [1, {\"y\": 2}], \"z\": 1e5}}",
        new JsonText("{\"k\":{\"z\":1e5}}")),
    odd(
        "{\"a\": [{}, [], null, \"\\u00e4\\ud800\"]}",
        new JsonText("{\"a\":[{},[],null,\"ä\\ud800\"]}")),
  };

  private final Random random;

  OddValues(Random random) {
    this.random = random;
  }

  Odd next(ColumnType type) {
    if (random.nextInt(6) == 0) {
      boolean empty = random.nextBoolean();
      return empty && type != ColumnType.STRING
          ? odd(random.nextBoolean() ? "{}" : "\"\"", null)
          : odd(random.nextBoolean() ? "null" : "{ }", null);
    }
    return switch (type) {
      case BOOL -> oneOf(BOOLS);
      case INT, LONG -> oneOf(LONGS);
      case REAL -> oneOf(REALS);
      case DECIMAL -> oneOf(DECIMALS);
      case DATETIME -> time();
      case TIMESPAN -> text("%d.%02d:00:00.%07d", 90, 24, 9_999_999);
      case GUID -> text("%08x-0000-4000-8000-%012x", 5, 1 << 20);
      case STRING -> random.nextInt(4) == 0 ? oneOf(STRINGS) : string();
      case DYNAMIC -> oneOf(DYNAMICS);
    };
  }

  /* Escaped in one of the ways that JSON leaves open. */
  private Odd string() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
    }
    StringBuilder json = new StringBuilder("\"");
    text.toString()
        .codePoints()
        .forEach(
            point -> {
              boolean must = point < ' ' || point == '"' || point == '\\';
              if (must
                  || Character.getType(point) == Character.SURROGATE
                  || random.nextInt(4) == 0) {
                for (char unit : Character.toChars(point)) {
                  json.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              } else {
                json.appendCodePoint(point);
              }
            });
    return odd(json.append('"').toString(), text.toString());
  }

  private Odd time() {
    LocalDateTime time =
        LocalDateTime.of(1 + random.nextInt(9_999), 1 + random.nextInt(12), 1, 0, 0)
            .plusSeconds(random.nextInt(28 * 86_400));
    int digits = random.nextInt(10);
    String fraction =
        digits == 0
            ? ""
            : "."
                + Long.toString(2_000_000_000L + random.nextInt(1_000_000_000))
                    .substring(1, 1 + digits);
    String text =
        String.format(
            Locale.ROOT,
            "%04d-%02d-%02dT%02d:%02d:%02d%s",
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            fraction);
    Instant utc = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    return switch (random.nextInt(4)) {
      case 0 -> odd("\"" + text + "\"", utc);
      case 1 ->
          time.getYear() == 1 || time.getYear() == 9_999
              ? odd("\"" + text + "+00:00\"", utc)
              : odd("\"" + text + "-05:30\"", utc.plusSeconds(19_800));
      default -> odd("\"" + text + "Z\"", utc);
    };
  }

  private Odd text(String format, int... bounds) {
    Object[] values = new Object[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      values[i] = random.nextInt(bounds[i]);
    }
    String text = String.format(Locale.ROOT, format, values);
    return odd("\"" + text + "\"", text);
  }

  private Odd oneOf(Odd[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Odd odd(String json, @Nullable Object value) {
    return new Odd(json, value);
  }
}
