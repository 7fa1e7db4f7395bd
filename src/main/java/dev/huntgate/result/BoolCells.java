package dev.huntgate.result;

import java.util.function.IntPredicate;

/** The truth values of a column, as 0 and 1. */
final class BoolCells extends Cells {

  private static final int FIELD_BYTES = 4;

  private final LongSeries series;

  BoolCells(LongSeries series) {
    this.series = series;
  }

  @Override
  boolean isNull(int row) {
    return series.isNull(row);
  }

  @Override
  Boolean valueAt(int row) {
    return series.get(row) != 0;
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    out.ascii(series.get(row) != 0 ? "true" : "false");
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    writeJson(row, out);
  }

  @Override
  long[] keys(int[] rows) {
    return IntegerCells.keys(series, rows);
  }

  @Override
  IntPredicate test(Condition condition, Arguments arguments) {
    return Tests.ordered(
        condition,
        arguments,
        arguments.all(Arguments::bool),
        (row, truth) -> Boolean.compare(series.get(row) != 0, truth));
  }

  @Override
  LongSeries series() {
    return series;
  }

  @Override
  long bytes() {
    return Footprint.object(FIELD_BYTES) + series.bytes();
  }
}
