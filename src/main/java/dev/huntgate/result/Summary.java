package dev.huntgate.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows have in one column: enough to draw a chart of it.
 *
 * <p>Values are typed as {@link Result} says; equal ones that are written differently, such as
 * {@code 1.0} and {@code 1.00}, count as one, written as in the first row that has it.
 *
 * @param rowCount how many rows there are
 * @param nullCount how many of them have no value
 * @param distinctCount how many different values there are, null not counted
 * @param min the smallest value by the column's {@link Order}; null when there is none. NaN is
 *     neither smallest nor largest
 * @param max the largest value; null when there is none
 * @param top the most frequent values, null not counted; equally frequent ones by their order
 */
public record Summary(
    Column column,
    int rowCount,
    int nullCount,
    int distinctCount,
    @Nullable Object min,
    @Nullable Object max,
    List<TopValue> top) {

  /** The most values that can be named. */
  public static final int MAX_TOP = 1_000;

  /**
   * A value and how many rows have it.
   *
   * @param json the value as JSON, as {@link Rows#writeArray} has it
   */
  public record TopValue(Object value, JsonText json, int count) {}

  public Summary {
    top = List.copyOf(top);
  }
}
