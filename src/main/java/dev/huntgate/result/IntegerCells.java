package dev.huntgate.result;

import java.util.function.IntPredicate;

/** The whole numbers of a column. */
final class IntegerCells extends Cells {

  private static final int FIELD_BYTES = 4;

  private final LongSeries series;

  IntegerCells(LongSeries series) {
    this.series = series;
  }

  @Override
  boolean isNull(int row) {
    return series.isNull(row);
  }

  @Override
  Long valueAt(int row) {
    return series.get(row);
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    out.number(series.get(row));
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    writeJson(row, out);
  }

  @Override
  long[] keys(int[] rows) {
    return keys(series, rows);
  }

  @Override
  IntPredicate test(Condition condition, Arguments arguments) {
    return Tests.ordered(
        condition,
        arguments,
        arguments.all(Arguments::integer),
        (row, number) -> Long.compare(series.get(row), number));
  }

  @Override
  LongSeries series() {
    return series;
  }

  @Override
  long bytes() {
    return Footprint.object(FIELD_BYTES) + series.bytes();
  }

  static long[] keys(LongSeries series, int[] rows) {
    long[] keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keys[i] = series.get(rows[i]);
    }
    return keys;
  }
}
