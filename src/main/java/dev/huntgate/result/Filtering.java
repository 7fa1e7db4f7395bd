package dev.huntgate.result;

import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Keeps the rows that meet all of some conditions. */
final class Filtering {

  static final String ARGUMENT = "filter";
  private static final int MAX_CONDITIONS = 50;
  private static final int MAX_VALUES = 1_000;

  private Filtering() {}

  /** Those of the rows that meet the conditions, in their order. */
  static int[] filter(Result result, int[] rows, List<Condition> conditions) {
    limit("conditions", conditions.size(), MAX_CONDITIONS);
    int[] left = rows.clone();
    int count = left.length;
    for (Condition condition : conditions) {
      int place = ColumnFinder.find(result.columns(), ARGUMENT, condition.column());
      IntPredicate test = test(result, place, condition);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        left[kept] = left[i];
        kept += test.test(left[i]) ? 1 : 0;
      }
      count = kept;
    }
    return Arrays.copyOf(left, count);
  }

  private static IntPredicate test(Result result, int place, Condition condition) {
    Column column = result.columns().get(place);
    Cells cells = result.cells(place);
    Operator operator = condition.operator();
    Arguments arguments = new Arguments(ARGUMENT, column, condition);
    checkCount(arguments, condition);
    if (operator.takesNone()) {
      return operator == Operator.IS_NULL ? cells::isNull : row -> !cells.isNull(row);
    }
    IntPredicate test = cells.test(condition, arguments);
    boolean nulls = operator.findsNulls();
    return row -> cells.isNull(row) ? nulls : test.test(row);
  }

  private static void checkCount(Arguments arguments, Condition condition) {
    int count = condition.values().size();
    Operator operator = condition.operator();
    limit("values of a condition", count, MAX_VALUES);
    if (operator.takesNone() && count > 0) {
      throw arguments.refuse(operator + " takes no value");
    }
    if (!operator.takesNone() && !operator.takesMany() && count != 1) {
      throw arguments.refuse(operator + " takes one value, not " + count);
    }
  }

  private static void limit(String what, int count, int most) {
    if (count > most) {
      throw new FailureException(
          new LimitExceeded(
              ARGUMENT, "%d %s are too many; at most %d.".formatted(count, what, most)));
    }
  }
}
