package dev.huntgate.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  private static final int FIELD_BYTES = 24;
  private static final int COLUMN_FIELD_BYTES = 8;

  private final List<Column> columns;
  private final Cells[] cells;
  private final int rowCount;
  private final long bytes;

  Result(List<Column> columns, Cells[] cells, int rowCount) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.rowCount = rowCount;
    this.bytes = measure();
  }

  public List<Column> columns() {
    return columns;
  }

  public int rowCount() {
    return rowCount;
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
