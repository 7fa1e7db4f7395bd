package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.LONG;

import dev.huntgate.kql.KqlType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions that look at the rows before and behind, of tables whose rows have an order. */
final class WindowFunctions {

  private static final Map<String, Support> ALL = new TreeMap<>();

  static {
    for (String name :
        List.of("next", "prev", "row_cumsum", "row_number", "row_rank_dense", "row_rank_min")) {
      ALL.put(name, Support.of(name));
    }
    ALL.put("row_window_session", Support.refused("row_window_session", ""));
  }

  private WindowFunctions() {}

  static Collection<Support> all() {
    return ALL.values();
  }

  static boolean has(String name) {
    return ALL.containsKey(name);
  }

  static SqlValue apply(String name, List<SqlValue> a, Scope scope) {
    if (!ALL.getOrDefault(name, Support.refused(name, "")).supported()) {
      throw Rejections.unsupported("function", name);
    }
    Layer layer = scope.layer();
    if (layer == null || scope.aggregates() || !layer.relation().ordered()) {
      throw Rejections.semantic(
          "Function '"
              + name
              + "' cannot be invoked in the current context: the row set must be serialized.");
    }
    int most = name.equals("prev") || name.equals("next") ? 3 : 2;
    int least = name.equals("row_number") ? 0 : 1;
    if (a.size() < least || a.size() > most) {
      throw Rejections.arguments(name, a.size());
    }
    return switch (name) {
      case "prev" -> neighbour("lag", a, layer);
      case "next" -> neighbour("lead", a, layer);
      case "row_number" -> {
        String start = a.isEmpty() ? "1" : Conversions.whole(a.get(0)).sql();
        String number = "row_number() " + window(layer, a, 1) + " - 1 + " + start;
        yield layer.add(LONG, number);
      }
      case "row_rank_min", "row_rank_dense" -> rank(name.equals("row_rank_dense"), a, layer);
      default -> cumulated(a, layer);
    };
  }

  private static SqlValue neighbour(String sql, List<SqlValue> a, Layer layer) {
    KqlType type = a.get(0).type();
    String distance = a.size() < 2 ? "1" : Conversions.whole(a.get(1)).sql();
    String otherwise =
        a.size() < 3 ? SqlValue.nothing(type).sql() : Conversions.to(type, a.get(2)).sql();
    return layer.add(
        type, sql + "(" + a.get(0) + ", " + distance + ", " + otherwise + ") " + layer.window());
  }

  private static SqlValue cumulated(List<SqlValue> a, Layer layer) {
    SqlValue term = a.get(0).type() == KqlType.DYNAMIC ? Conversions.real(a.get(0)) : a.get(0);
    if (!term.isNumber() && term.type() != KqlType.TIMESPAN) {
      throw Rejections.types("row_cumsum", term);
    }
    KqlType type = term.isWhole() ? LONG : term.type();
    String sum = "sum(" + term + ") " + window(layer, a, 1);
    return layer.add(type, "CAST(" + sum + " AS " + SqlTypes.of(type) + ")");
  }

  /** Counts the changes of a value, or takes the place where the value was first met. */
  private static SqlValue rank(boolean dense, List<SqlValue> a, Layer layer) {
    SqlValue value = a.get(0);
    String before = "lag(" + value + ") " + window(layer, a, 1);
    SqlValue changed = layer.add(KqlType.BOOL, before + " IS DISTINCT FROM " + value);
    SqlValue first = layer.add(LONG, "row_number() " + window(layer, a, 1));
    String changes = "CASE WHEN " + changed + " OR " + first + " = 1 THEN 1 ELSE 0 END";
    String place = "CASE WHEN " + changed + " OR " + first + " = 1 THEN " + first + " END";
    String rank =
        dense
            ? "CAST(sum(" + changes + ") " + window(layer, a, 1) + " AS BIGINT)"
            : "max(" + place + ") " + window(layer, a, 1);
    return layer.add(LONG, rank);
  }

  private static String window(Layer layer, List<SqlValue> a, int restart) {
    if (a.size() <= restart) {
      return layer.window();
    }
    SqlValue starts = Conversions.bool(a.get(restart));
    SqlValue group =
        layer.add(LONG, "sum(CASE WHEN " + starts + " THEN 1 ELSE 0 END) " + layer.window());
    return layer.window(group);
  }
}
