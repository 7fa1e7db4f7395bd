package dev.huntgate.result;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns and rows that a hunt found, immutable.
 *
 * <p>A value is {@code null} or: Boolean for BOOL, Long for INT and LONG, Double for REAL,
 * BigDecimal for DECIMAL, String for STRING, GUID and TIMESPAN, Instant for DATETIME, {@link
 * JsonText} for DYNAMIC.
 */
public final class Result {

  private final List<Column> columns;
  private final List<@Nullable Object[]> rows;
  private final long bytes;

  Result(List<Column> columns, List<@Nullable Object[]> rows, long bytes) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.bytes = bytes;
  }

  public List<Column> columns() {
    return columns;
  }

  public int rowCount() {
    return rows.size();
  }

  /** One row, its values in the order of the columns; {@code index} counts from zero. */
  public List<@Nullable Object> row(int index) {
    return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(rows.get(index)));
  }

  /** About how much memory this result keeps, in bytes. */
  public long bytes() {
    return bytes;
  }
}
