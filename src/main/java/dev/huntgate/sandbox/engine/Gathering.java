package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.STRING;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Map;

/** The aggregates that gather values into a dynamic: lists, sets and bags. */
final class Gathering {

  private Gathering() {}

  static void register(Map<String, Aggregate> all) {
    gather(all, "make_list", "list", false);
    gather(all, "makelist", "list", false);
    gather(all, "make_set", "set", true);
    gather(all, "makeset", "set", true);
    put(
        all,
        new Aggregate(
            "make_list_with_nulls", 1, 1, "list", (a, order) -> withNulls(a.get(0), order)));
    put(all, new Aggregate("make_bag", 1, 2, "bag", (a, order) -> bag(a.get(0), order, "")));
    put(
        all,
        new Aggregate(
            "make_dictionary", 1, 2, "dictionary", (a, order) -> bag(a.get(0), order, "")));
    put(
        all,
        new Aggregate(
            "make_bag_if",
            2,
            3,
            "bag",
            (a, order) -> bag(a.get(0), order, " AND " + Conversions.bool(a.get(1)))));
  }

  private static void put(Map<String, Aggregate> all, Aggregate aggregate) {
    all.put(aggregate.name(), aggregate);
  }

  private static void gather(
      Map<String, Aggregate> all, String name, String prefix, boolean distinct) {
    put(
        all,
        new Aggregate(
            name, 1, 2, prefix, (a, order) -> list(distinct, a.get(0), order, "", rest(a, 1))));
    if (name.contains("_")) {
      put(
          all,
          new Aggregate(
              name + "_if",
              2,
              3,
              prefix,
              (a, order) ->
                  list(
                      distinct,
                      a.get(0),
                      order,
                      " AND " + Conversions.bool(a.get(1)),
                      rest(a, 2))));
    }
  }

  private static List<SqlValue> rest(List<SqlValue> a, int from) {
    return a.subList(Math.min(from, a.size()), a.size());
  }

  private static SqlValue list(
      boolean distinct, SqlValue value, String order, String filter, List<SqlValue> most) {
    String list =
        "list("
            + element(value)
            + order
            + ") FILTER (WHERE "
            + value
            + " IS NOT NULL"
            + filter
            + ")";
    // The order of a set is free; sorted, the same query gives the same answer twice.
    String elements;
    if (!distinct) {
      elements = list;
    } else if (value.type() == DYNAMIC) {
      elements = "kql_json_set(" + list + ")";
    } else {
      elements = "list_sort(list_distinct(" + list + "))";
    }
    if (!most.isEmpty()) {
      elements = "list_slice(" + elements + ", 1, " + Conversions.whole(most.get(0)) + ")";
    }
    return SqlValue.of(DYNAMIC, "to_json(coalesce(" + elements + ", []))");
  }

  private static SqlValue withNulls(SqlValue value, String order) {
    return SqlValue.of(DYNAMIC, "to_json(coalesce(list(" + element(value) + order + "), []))");
  }

  private static SqlValue bag(SqlValue value, String order, String filter) {
    if (value.type() != DYNAMIC) {
      throw Rejections.types("make_bag", value);
    }
    return SqlValue.of(
        DYNAMIC,
        "kql_merged(list(%s%s) FILTER (WHERE json_type(%s) = 'OBJECT'%s))",
        value,
        order,
        value,
        filter);
  }

  private static SqlValue element(SqlValue value) {
    boolean written = value.type() == KqlType.DATETIME || value.type() == KqlType.TIMESPAN;
    return written ? SqlValue.of(STRING, Conversions.text(value).sql()) : value;
  }
}
