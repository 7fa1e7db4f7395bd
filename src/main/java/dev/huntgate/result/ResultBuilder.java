package dev.huntgate.result;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result in the making; not thread-safe. */
public final class ResultBuilder {

  /* What a JVM with compressed pointers spends on an array, a boxed number and a short string. */
  private static final int ROW_OVERHEAD = 24;
  private static final int BOXED = 20;
  private static final int TEXT_OVERHEAD = 44;

  private final List<Column> columns;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private long bytes;

  public ResultBuilder(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * Adds a row.
   *
   * @param row one value per column, typed as {@link Result} says; the builder keeps the array
   */
  public void add(@Nullable Object[] row) {
    if (row.length != columns.size()) {
      throw new IllegalArgumentException(
          "A row of " + row.length + " values in a result of " + columns.size() + " columns");
    }
    rows.add(row);
    bytes += ROW_OVERHEAD + 4L * row.length;
    for (Object value : row) {
      bytes += bytesOf(value);
    }
  }

  public Result build() {
    return new Result(columns, rows, bytes);
  }

  private static long bytesOf(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return 0;
    }
    if (value instanceof String text) {
      return (long) TEXT_OVERHEAD + text.length();
    }
    if (value instanceof JsonText json) {
      return (long) TEXT_OVERHEAD + BOXED + json.text().length();
    }
    return BOXED;
  }
}
