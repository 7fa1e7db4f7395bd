package dev.huntgate.result;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rows should be, worked out on plain lists. */
record NaiveRows(List<Column> columns, List<List<@Nullable Object>> rows) {

  NaiveRows orderBy(List<Order> orders) {
    Comparator<List<@Nullable Object>> comparator = (one, other) -> 0;
    for (Order order : orders) {
      int place = place(order.column());
      comparator = comparator.thenComparing(row -> row.get(place), byValue(place, order));
    }
    List<List<@Nullable Object>> sorted = new ArrayList<>(rows);
    sorted.sort(comparator);
    return new NaiveRows(columns, sorted);
  }

  NaiveRows filter(List<Condition> conditions) {
    return new NaiveRows(
        columns,
        rows.stream()
            .filter(row -> conditions.stream().allMatch(condition -> meets(row, condition)))
            .toList());
  }

  /** The values of a column and how often each is there, by their order. */
  TreeMap<Object, Integer> counts(int place) {
    TreeMap<Object, Integer> counts = new TreeMap<>((a, b) -> compare(place, a, b));
    for (List<@Nullable Object> row : rows) {
      Object value = row.get(place);
      if (value != null) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    return counts;
  }

  int compare(int place, Object one, Object other) {
    return switch (columns.get(place).type()) {
      case BOOL -> ((Boolean) one).compareTo((Boolean) other);
      case INT, LONG -> ((Long) one).compareTo((Long) other);
      case REAL -> Double.compare((Double) one + 0.0, (Double) other + 0.0);
      case DECIMAL -> ((BigDecimal) one).compareTo((BigDecimal) other);
      case DATETIME -> ((Instant) one).compareTo((Instant) other);
      case STRING -> byCodePoint((String) one, (String) other);
      case DYNAMIC -> byCodePoint(((JsonText) one).text(), ((JsonText) other).text());
      case GUID -> byCodePoint(guid((String) one), guid((String) other));
      case TIMESPAN -> byLength((String) one, (String) other);
    };
  }

  private boolean meets(List<@Nullable Object> row, Condition condition) {
    int place = place(condition.column());
    Object value = row.get(place);
    Operator operator = condition.operator();
    if (value == null) {
      return List.of(Operator.IS_NULL, Operator.NE, Operator.NOT_IN, Operator.NOT_CONTAINS)
          .contains(operator);
    }
    List<Object> others = new ArrayList<>(condition.values());
    others.replaceAll(other -> value instanceof Instant ? Instant.parse(other.toString()) : other);
    boolean equal =
        others.stream()
            .anyMatch(
                other ->
                    condition.ignoreCase()
                        ? ((String) value).equalsIgnoreCase((String) other)
                        : compare(place, value, other) == 0);
    return switch (operator) {
      case IS_NULL -> false;
      case IS_NOT_NULL -> true;
      case EQ, IN -> equal;
      case NE, NOT_IN -> !equal;
      case LT -> isOrdered(value, others.get(0)) && compare(place, value, others.get(0)) < 0;
      case LE -> isOrdered(value, others.get(0)) && compare(place, value, others.get(0)) <= 0;
      case GT -> isOrdered(value, others.get(0)) && compare(place, value, others.get(0)) > 0;
      case GE -> isOrdered(value, others.get(0)) && compare(place, value, others.get(0)) >= 0;
      case CONTAINS -> contains((String) value, (String) others.get(0), condition.ignoreCase());
      case NOT_CONTAINS ->
          !contains((String) value, (String) others.get(0), condition.ignoreCase());
      case STARTS_WITH -> {
        String start = (String) others.get(0);
        yield ((String) value).regionMatches(condition.ignoreCase(), 0, start, 0, start.length());
      }
    };
  }

  private static boolean contains(String text, String part, boolean ignoreCase) {
    for (int i = 0; i <= text.length() - part.length(); i++) {
      if (text.regionMatches(ignoreCase, i, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean isOrdered(Object one, Object other) {
    return !one.equals(Double.NaN) && !other.equals(Double.NaN) && !one.equals("not one");
  }

  private Comparator<@Nullable Object> byValue(int place, Order order) {
    Comparator<Object> values = (a, b) -> compare(place, a, b);
    values = order.descending() ? values.reversed() : values;
    return order.nulls() == Nulls.FIRST
        ? Comparator.nullsFirst(values)
        : Comparator.nullsLast(values);
  }

  private int place(String column) {
    if (column.startsWith("#")) {
      return Integer.parseInt(column.substring(1)) - 1;
    }
    return columns.stream().map(Column::name).toList().indexOf(column);
  }

  private static int byCodePoint(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  private static String guid(String text) {
    String bare = text.length() == 38 ? text.replaceAll("[{}]", "") : text;
    return bare.toLowerCase(Locale.ROOT);
  }

  private static int byLength(String one, String other) {
    boolean none = one.equals("not one");
    boolean otherNone = other.equals("not one");
    return none || otherNone
        ? Boolean.compare(none, otherNone)
        : length(one).compareTo(length(other));
  }

  private static Duration length(String timespan) {
    boolean negative = timespan.startsWith("-");
    String[] clock = timespan.replace("-", "").split(":");
    int dot = clock[0].indexOf('.');
    Duration days = Duration.ofDays(dot < 0 ? 0 : Long.parseLong(clock[0].substring(0, dot)));
    Duration length =
        days.plusHours(Long.parseLong(clock[0].substring(dot + 1)))
            .plusMinutes(Long.parseLong(clock[1]))
            .plusNanos(new BigDecimal(clock[2]).movePointRight(9).longValueExact());
    return negative ? length.negated() : length;
  }
}
