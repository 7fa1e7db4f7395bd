package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * One column of a batch of rows on its way into DuckDB.
 *
 * @param stagedType the SQL type of the values that are handed over, empty when none are
 * @param item the SQL that makes the column's value out of what was handed over
 * @param values what is handed over: {@code int[]}, {@code long[]}, {@code double[]} or {@code
 *     Object[]} of text
 * @param missing where there is no value
 * @param words the texts that the numbers stand for, the first by 1; empty where they stand for
 *     none
 */
record StagedColumn(
    String name,
    String stagedType,
    String item,
    Object values,
    boolean[] missing,
    List<String> words) {

  /** A list of words is copied for each vector, so that a long one costs more than it saves. */
  private static final int MOST_WORDS = 512;

  static StagedColumn of(String name, KqlType type, @Nullable Object[] cells, int size) {
    boolean[] missing = new boolean[size];
    for (int i = 0; i < size; i++) {
      missing[i] = cells[i] == null && type != KqlType.STRING;
    }
    boolean text = type == KqlType.STRING || type == KqlType.GUID || type == KqlType.DYNAMIC;
    if ((missing[0] || text) && same(cells, size)) {
      String literal = missing[0] ? "NULL" : SqlText.literal(text(cells[0]));
      return new StagedColumn(name, "", cast(type, literal), new Object[0], missing, List.of());
    }
    return text ? text(name, type, cells, missing) : number(name, type, cells, missing);
  }

  private static StagedColumn text(
      String name, KqlType type, @Nullable Object[] cells, boolean[] missing) {
    Dictionary dictionary = new Dictionary();
    int[] numbers = numbers(cells, missing, dictionary);
    if (numbers.length == 0) {
      Object[] texts = Arrays.copyOf(cells, missing.length);
      return new StagedColumn(name, "VARCHAR", cast(type, name), texts, missing, List.of());
    }
    String item = cast(type, "words_" + name + "[" + name + "]");
    return new StagedColumn(name, "INTEGER", item, numbers, missing, dictionary.words());
  }

  private static StagedColumn number(
      String name, KqlType type, @Nullable Object[] cells, boolean[] missing) {
    int size = missing.length;
    if (type == KqlType.REAL || type == KqlType.DECIMAL) {
      double[] numbers = new double[size];
      for (int i = 0; i < size; i++) {
        numbers[i] = cells[i] instanceof Number number ? number.doubleValue() : 0;
      }
      return new StagedColumn(name, "DOUBLE", cast(type, name), numbers, missing, List.of());
    }
    long[] numbers = new long[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = missing[i] ? 0 : whole(cells[i]);
    }
    String item = type == KqlType.DATETIME ? "make_timestamp(" + name + ")" : cast(type, name);
    return new StagedColumn(name, "BIGINT", item, numbers, missing, List.of());
  }

  private static boolean same(@Nullable Object[] cells, int size) {
    for (int i = 1; i < size; i++) {
      if (!Objects.equals(cells[i], cells[0])) {
        return false;
      }
    }
    return true;
  }

  /** The texts' numbers in the dictionary, or none when there are too many different texts. */
  private static int[] numbers(@Nullable Object[] cells, boolean[] missing, Dictionary dictionary) {
    int[] numbers = new int[missing.length];
    for (int i = 0; i < numbers.length; i++) {
      if (!missing[i]) {
        numbers[i] = dictionary.number(text(cells[i]));
        if (dictionary.words().size() > MOST_WORDS) {
          return new int[0];
        }
      }
    }
    return numbers;
  }

  private static String cast(KqlType type, String sql) {
    return "CAST(" + sql + " AS " + SqlTypes.of(type) + ")";
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }

  private static long whole(@Nullable Object cell) {
    if (cell instanceof Instant time) {
      return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.getNano() / 1_000;
    }
    if (cell instanceof Boolean bool) {
      return bool ? 1 : 0;
    }
    if (cell instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("Not a value of a hunting table: " + cell);
  }

  /** Hands over the values of some rows as one list. */
  void append(DuckDBAppender appender, int from, int to) throws SQLException {
    boolean[] gaps = Arrays.copyOfRange(missing, from, to);
    if (values instanceof int[] numbers) {
      appender.append(Arrays.copyOfRange(numbers, from, to), gaps);
    } else if (values instanceof long[] numbers) {
      appender.append(Arrays.copyOfRange(numbers, from, to), gaps);
    } else if (values instanceof double[] numbers) {
      appender.append(Arrays.copyOfRange(numbers, from, to), gaps);
    } else {
      List<@Nullable String> texts = new ArrayList<>(to - from);
      for (int i = from; i < to; i++) {
        texts.add(missing[i] ? null : text(((Object[]) values)[i]));
      }
      appender.append(texts);
    }
  }
}
