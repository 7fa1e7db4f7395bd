package dev.huntgate.result;

import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import java.util.Arrays;
import java.util.List;

/** Puts rows in order; rows that are equal by all columns of it keep theirs. */
final class Sorting {

  static final String ARGUMENT = "orderBy";
  private static final int MAX_ORDERS = 20;

  private Sorting() {}

  static int[] sort(Result result, int[] rows, List<Order> orders) {
    if (orders.size() > MAX_ORDERS) {
      throw new FailureException(
          new LimitExceeded(
              ARGUMENT,
              "%d columns to order by are too many; at most %d."
                  .formatted(orders.size(), MAX_ORDERS)));
    }
    int[] places =
        orders.stream()
            .mapToInt(order -> ColumnFinder.find(result.columns(), ARGUMENT, order.column()))
            .toArray();
    int[] sorted = rows.clone();
    for (int i = orders.size() - 1; i >= 0; i--) {
      sorted = sort(result.cells(places[i]), sorted, orders.get(i));
    }
    return sorted;
  }

  private static int[] sort(Cells cells, int[] rows, Order order) {
    int[] values = new int[rows.length];
    int[] nulls = new int[rows.length];
    int valueCount = 0;
    int nullCount = 0;
    for (int row : rows) {
      if (cells.isNull(row)) {
        nulls[nullCount++] = row;
      } else {
        values[valueCount++] = row;
      }
    }
    int[] sorted = Arrays.copyOf(values, valueCount);
    RadixSort.sort(sorted, cells.keys(sorted), order.descending());
    boolean nullsFirst = order.nulls() == Nulls.FIRST;
    System.arraycopy(sorted, 0, values, nullsFirst ? nullCount : 0, valueCount);
    System.arraycopy(nulls, 0, values, nullsFirst ? 0 : valueCount, nullCount);
    return values;
  }
}
