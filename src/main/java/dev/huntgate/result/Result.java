package dev.huntgate.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns and rows that a hunt found, immutable, kept by column and packed.
 *
 * <p>A value is {@code null} or: Boolean for BOOL, Long for INT and LONG, Double for REAL,
 * BigDecimal for DECIMAL, String for STRING, GUID and TIMESPAN, Instant for DATETIME, {@link
 * JsonText} for DYNAMIC. Such objects are made when they are asked for; whoever reads many rows
 * writes them with {@link Rows} instead.
 */
public final class Result {

  private static final int FIELD_BYTES = 28;
  private static final int COLUMN_FIELD_BYTES = 8;

  private final List<Column> columns;
  private final Cells[] cells;
  private final int rowCount;
  private final int first;
  private final int there;
  private final long bytes;

  Result(List<Column> columns, Cells[] cells, int rowCount) {
    this(columns, cells, rowCount, 0, rowCount);
  }

  private Result(List<Column> columns, Cells[] cells, int rowCount, int first, int there) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.rowCount = rowCount;
    this.first = first;
    this.there = there;
    this.bytes = measure();
  }

  /**
   * A result of which just these rows are there: it has as many as the whole one, but only those
   * can be read, and only by their places.
   *
   * @param rows the rows that are there
   * @param first the place of the first of them
   */
  public static Result part(Result rows, int first, int rowCount) {
    if (first < 0 || first > rowCount - rows.rowCount) {
      throw new IllegalArgumentException(
          rows.rowCount + " rows from " + first + " on in a result of " + rowCount);
    }
    return new Result(rows.columns, rows.cells, rowCount, first, rows.rowCount);
  }

  public List<Column> columns() {
    return columns;
  }

  /** How many rows it has, whether or not all of them are there. */
  public int rowCount() {
    return rowCount;
  }

  /** Whether all rows are there. */
  public boolean isWhole() {
    return there == rowCount;
  }

  /** All rows, in the order in which they came, with all columns. */
  public Rows rows() {
    return new Rows(this);
  }

  /** One row, its values in the order of the columns; {@code index} counts from zero. */
  public List<@Nullable Object> row(int index) {
    return rows().row(index);
  }

  /** How much memory this result keeps, in bytes. */
  public long bytes() {
    return bytes;
  }

  Cells cells(int column) {
    return cells[column];
  }

  /** Where in the cells a row is. */
  int place(int row) {
    Objects.checkIndex(row, rowCount);
    return Objects.checkIndex(row - first, there);
  }

  /** Throws when not all rows are there: whoever has only a part must not take it for the whole. */
  void requireWhole() {
    if (!isWhole()) {
      throw new IllegalStateException(there + " of " + rowCount + " rows are there");
    }
  }

  private long measure() {
    long sum =
        Footprint.object(FIELD_BYTES)
            + Footprint.pointers(cells.length)
            + 2 * Footprint.pointers(columns.size());
    for (int i = 0; i < cells.length; i++) {
      sum += cells[i].bytes();
      sum += Footprint.object(COLUMN_FIELD_BYTES) + Footprint.string(columns.get(i).name());
    }
    return sum;
  }

  static List<@Nullable Object> values(Cells[] cells, int row) {
    List<@Nullable Object> values = new ArrayList<>(cells.length);
    for (Cells column : cells) {
      values.add(column.value(row));
    }
    return Collections.unmodifiableList(values);
  }
}
