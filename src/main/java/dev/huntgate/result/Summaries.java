package dev.huntgate.result;

import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts what rows have in a column: sorted, equal values lie side by side. */
final class Summaries {

  private static final String ARGUMENT = "column";

  /* By count, then the earlier one in the order of values as the greater. */
  private static final Comparator<Run> BY_COUNT =
      Comparator.comparingInt(Run::count).thenComparing(Run::place, Comparator.reverseOrder());

  private record Run(int row, int place, int count) {}

  private Summaries() {}

  static Summary of(Result result, int[] rows, String columnName, int top) {
    if (top < 0) {
      throw ColumnFinder.refusal("top", "top has to be at least 0, not " + top + ".");
    }
    if (top > Summary.MAX_TOP) {
      throw new FailureException(
          new LimitExceeded("top", "top may be at most " + Summary.MAX_TOP + ", not " + top + "."));
    }
    int place = ColumnFinder.find(result.columns(), ARGUMENT, columnName);
    Cells cells = result.cells(place);
    int[] sorted = Arrays.stream(rows).filter(row -> !cells.isNull(row)).toArray();
    long[] keys = cells.keys(sorted);
    int[] order = new int[sorted.length];
    Arrays.setAll(order, index -> index);
    RadixSort.sort(order, keys.clone(), false);

    PriorityQueue<Run> most = new PriorityQueue<>(BY_COUNT);
    int distinct = 0;
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && keys[order[to]] == keys[order[from]]) {
        to++;
      }
      distinct++;
      most.add(new Run(sorted[order[from]], from, to - from));
      if (most.size() > top) {
        most.remove();
      }
      from = to;
    }
    int[] inOrder = Arrays.stream(order).map(index -> sorted[index]).toArray();
    return new Summary(
        result.columns().get(place),
        rows.length,
        rows.length - sorted.length,
        distinct,
        smallest(cells, inOrder),
        largest(cells, inOrder),
        values(cells, most));
  }

  private static List<Summary.TopValue> values(Cells cells, PriorityQueue<Run> most) {
    List<Run> runs = new ArrayList<>(most);
    runs.sort(BY_COUNT.reversed());
    return runs.stream().map(run -> value(cells, run)).toList();
  }

  private static Summary.TopValue value(Cells cells, Run run) {
    Utf8Buffer json = new Utf8Buffer(0);
    cells.writeJson(run.row(), json);
    return new Summary.TopValue(
        cells.valueAt(run.row()), new JsonText(json.toString()), run.count());
  }

  private static @Nullable Object smallest(Cells cells, int[] inOrder) {
    return inOrder.length == 0 ? null : number(cells.valueAt(inOrder[0]));
  }

  /* NaN comes last in the order. */
  private static @Nullable Object largest(Cells cells, int[] inOrder) {
    for (int i = inOrder.length - 1; i >= 0; i--) {
      Object value = number(cells.valueAt(inOrder[i]));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable Object number(Object value) {
    return value instanceof Double real && real.isNaN() ? null : value;
  }
}
