package dev.huntgate.result;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Conditions on values that have an order. */
final class Tests {

  private static final String ACCEPTED =
      "EQ, NE, LT, LE, GT, GE, IN, NOT_IN, IS_NULL and IS_NOT_NULL, with case";

  /** Compares the value at a row, or of a text, with another: negative when it is smaller. */
  interface Comparison<K> {
    int compare(int index, K other);
  }

  private Tests() {}

  static <K extends Comparable<? super K>> IntPredicate ordered(
      Condition condition, Arguments arguments, List<K> values, Comparison<K> comparison) {
    if (condition.ignoreCase()) {
      throw arguments.refuseOperator(ACCEPTED);
    }
    return of(condition.operator(), arguments, values, Comparator.naturalOrder(), comparison);
  }

  static <K> IntPredicate of(
      Operator operator,
      Arguments arguments,
      List<K> values,
      Comparator<? super K> order,
      Comparison<K> comparison) {
    if (operator.takesMany()) {
      List<K> sorted = values.stream().sorted(order).toList();
      return operator == Operator.IN
          ? index -> contains(sorted, index, comparison)
          : index -> !contains(sorted, index, comparison);
    }
    K value = values.get(0);
    return switch (operator) {
      case EQ -> index -> comparison.compare(index, value) == 0;
      case NE -> index -> comparison.compare(index, value) != 0;
      case LT -> index -> comparison.compare(index, value) < 0;
      case LE -> index -> comparison.compare(index, value) <= 0;
      case GT -> index -> comparison.compare(index, value) > 0;
      case GE -> index -> comparison.compare(index, value) >= 0;
      default -> throw arguments.refuseOperator(ACCEPTED);
    };
  }

  private static <K> boolean contains(List<K> sorted, int index, Comparison<K> comparison) {
    int from = 0;
    int to = sorted.size() - 1;
    while (from <= to) {
      int middle = from + to >>> 1;
      int order = comparison.compare(index, sorted.get(middle));
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        to = middle - 1;
      } else {
        from = middle + 1;
      }
    }
    return false;
  }
}
