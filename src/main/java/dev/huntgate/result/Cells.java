package dev.huntgate.result;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The values of one column by row, packed; each type of column has its own. */
abstract sealed class Cells permits BoolCells, IntegerCells, RealCells, TimeCells, TextCells {

  abstract boolean isNull(int row);

  /** The value of a row that is not null, as {@link Result} says. */
  abstract Object valueAt(int row);

  /** Appends the value of a row that is not null, as JSON. */
  abstract void writeJson(int row, Utf8Buffer out);

  /** Appends the value of a row that is not null, as plain text. */
  abstract void writeText(int row, Utf8Buffer out);

  /**
   * Numbers in the order of these rows' values, of which none is null: smaller for a smaller value,
   * equal for equal ones.
   */
  abstract long[] keys(int[] rows);

  /** Tells the rows that meet a condition other than being null, of those that are not null. */
  abstract IntPredicate test(Condition condition, Arguments arguments);

  /** The packed parts, for {@link ResultCodec}. */
  abstract LongSeries series();

  /** How much memory this keeps. */
  abstract long bytes();

  final @Nullable Object value(int row) {
    return isNull(row) ? null : valueAt(row);
  }
}
