package dev.huntgate.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result in the making; not thread-safe.
 *
 * <p>The values of a row are set in any order, each at most once, and packed at once; {@link
 * #endRow} makes those that were not set null. Nothing is kept per cell, so that what a result
 * takes while it is made is little more than what it takes afterwards.
 */
public final class ResultBuilder {

  private final List<Column> columns;
  private final CellsBuilder[] cells;
  private final Utf8Buffer text = new Utf8Buffer(1_024);
  private final Utf8Buffer packed = new Utf8Buffer(64);
  private int rowCount;

  public ResultBuilder(List<Column> columns) {
    this.columns = List.copyOf(columns);
    this.cells =
        this.columns.stream()
            .map(column -> new CellsBuilder(column.type()))
            .toArray(CellsBuilder[]::new);
  }

  /** Sets a value of a BOOL column. */
  public void setBool(int column, boolean value) {
    cells(column, ColumnType.BOOL).add(value ? 1 : 0);
  }

  /** Sets a value of an INT or LONG column. */
  public void setLong(int column, long value) {
    cells(column, ColumnType.INT, ColumnType.LONG).add(value);
  }

  /** Sets a value of a REAL column. */
  public void setReal(int column, double value) {
    cells(column, ColumnType.REAL).add(Double.doubleToLongBits(value));
  }

  /** Sets a value of a DECIMAL column. */
  public void setDecimal(int column, BigDecimal value) {
    CellsBuilder to = cells(column, ColumnType.DECIMAL);
    text.clear();
    text.ascii(value.toString());
    to.add(text.array(), 0, text.size());
  }

  /**
   * Sets a value of a DATETIME column.
   *
   * @param epochSecond within the years 0 to 9999, counted from 1970-01-01T00:00:00Z
   * @param nano from 0 to 999,999,999
   * @throws IllegalArgumentException when the time is beyond those years
   */
  public void setTime(int column, long epochSecond, int nano) {
    cells(column, ColumnType.DATETIME).add(epochSecond, nano);
  }

  /** Sets a value of a STRING, GUID or TIMESPAN column. */
  public void setText(int column, char[] from, int offset, int length) {
    CellsBuilder to = cells(column, ColumnType.STRING, ColumnType.GUID, ColumnType.TIMESPAN);
    text.clear();
    byte[] bytes = text.reserve(Math.multiplyExact(Utf8.MAX_BYTES_A_CHAR, length));
    int size = Utf8.encode(from, offset, length, bytes, 0);
    if (to.type() == ColumnType.GUID) {
      packed.clear();
      GuidText.pack(bytes, size, packed);
      to.add(packed.array(), 0, packed.size());
    } else {
      to.add(bytes, 0, size);
    }
  }

  /** Sets a value of a STRING, GUID or TIMESPAN column. */
  public void setText(int column, String value) {
    setText(column, value.toCharArray(), 0, value.length());
  }

  /**
   * Sets a value of a DYNAMIC column.
   *
   * @param from JSON in one line, as UTF-8: it is kept as it is and goes out unchecked
   */
  public void setJson(int column, byte[] from, int offset, int length) {
    cells(column, ColumnType.DYNAMIC).add(from, offset, length);
  }

  /** Ends a row; its values that were not set are null. */
  public void endRow() {
    rowCount++;
    for (CellsBuilder column : cells) {
      if (column.count() < rowCount) {
        column.addNull();
      }
    }
  }

  /**
   * Adds a row.
   *
   * @param row one value per column, typed as {@link Result} says; text that is not JSON becomes a
   *     JSON string in a DYNAMIC column
   */
  public void add(@Nullable Object[] row) {
    if (row.length != cells.length) {
      throw new IllegalArgumentException(
          "A row of " + row.length + " values in a result of " + cells.length + " columns");
    }
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      if (value != null) {
        set(i, value);
      }
    }
    endRow();
  }

  public Result build() {
    Cells[] built = new Cells[cells.length];
    for (int i = 0; i < built.length; i++) {
      built[i] = cells[i].build();
    }
    return new Result(columns, built, rowCount);
  }

  private void set(int column, Object value) {
    switch (columns.get(column).type()) {
      case BOOL -> setBool(column, (Boolean) value);
      case INT, LONG -> setLong(column, (Long) value);
      case REAL -> setReal(column, (Double) value);
      case DECIMAL -> setDecimal(column, (BigDecimal) value);
      case DATETIME -> {
        Instant time = (Instant) value;
        setTime(column, time.getEpochSecond(), time.getNano());
      }
      case STRING, GUID, TIMESPAN -> setText(column, (String) value);
      case DYNAMIC -> {
        Utf8Buffer json = ((JsonText) value).inOneLine();
        setJson(column, json.array(), 0, json.size());
      }
    }
  }

  private CellsBuilder cells(int column, ColumnType type) {
    return cells(column, type, type, type);
  }

  private CellsBuilder cells(int column, ColumnType type, ColumnType second) {
    return cells(column, type, second, second);
  }

  private CellsBuilder cells(int column, ColumnType type, ColumnType second, ColumnType third) {
    CellsBuilder found = cells[column];
    ColumnType own = found.type();
    if (own != type && own != second && own != third) {
      throw new IllegalStateException("A value of " + type + " for a column of " + own);
    }
    if (found.count() > rowCount) {
      throw new IllegalStateException("Column " + column + " is set twice in a row");
    }
    return found;
  }
}
