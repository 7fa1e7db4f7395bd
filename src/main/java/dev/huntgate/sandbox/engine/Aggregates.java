package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.STRING;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import dev.huntgate.kql.KqlType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The aggregates of one value that the sandbox knows, by their names. */
final class Aggregates {

  private static final Map<String, Aggregate> ALL = new TreeMap<>();

  static {
    add("count", 0, 0, "count", a -> SqlValue.of(LONG, "count(*)"));
    add("countif", 1, 1, "countif", a -> SqlValue.of(LONG, "count(*)" + where(a.get(0))));
    add("dcount", 1, 2, "dcount", a -> SqlValue.of(LONG, "count(DISTINCT %s)", a.get(0)));
    add(
        "dcountif",
        2,
        3,
        "dcountif",
        a -> SqlValue.of(LONG, "count(DISTINCT %s)%s", a.get(0), where(a.get(1))));
    add("sum", 1, 1, "sum", a -> sum(a.get(0), ""));
    add("sumif", 2, 2, "sumif", a -> sum(a.get(0), where(a.get(1))));
    add("avg", 1, 1, "avg", a -> average(a.get(0), ""));
    add("avgif", 2, 2, "avgif", a -> average(a.get(0), where(a.get(1))));
    add("min", 1, 1, "min", a -> filled("min", a.get(0)));
    add("max", 1, 1, "max", a -> filled("max", a.get(0)));
    add("any", 1, 1, "any", a -> filled("any_value", a.get(0)));
    add("take_any", 1, 1, "", a -> filled("any_value", a.get(0)));
    add("make_set", 1, 2, "set", a -> list(true, a));
    add("make_list", 1, 2, "list", a -> list(false, a));
  }

  private Aggregates() {}

  static Optional<Aggregate> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  static Collection<Aggregate> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  private static void add(
      String name, int least, int most, String prefix, Function<List<SqlValue>, SqlValue> body) {
    ALL.put(name, new Aggregate(name, least, most, prefix, body));
  }

  private static String where(SqlValue condition) {
    return " FILTER (WHERE " + Conversions.bool(condition) + ")";
  }

  private static SqlValue sum(SqlValue value, String filter) {
    SqlValue number = number("sum", value);
    KqlType type = number.isWhole() ? LONG : number.type();
    return SqlValue.of(
        type, "coalesce(TRY_CAST(sum(%s)%s AS %s), 0)", number, filter, SqlTypes.of(type));
  }

  private static SqlValue average(SqlValue value, String filter) {
    SqlValue number = number("avg", value);
    return number.type() == TIMESPAN
        ? SqlValue.of(TIMESPAN, "CAST(avg(%s)%s AS BIGINT)", number, filter)
        : SqlValue.of(REAL, "avg(CAST(%s AS DOUBLE))%s", number, filter);
  }

  private static SqlValue number(String aggregate, SqlValue value) {
    SqlValue number = value.type() == DYNAMIC ? Conversions.real(value) : value;
    if (!number.isNumber() && number.type() != TIMESPAN) {
      throw Rejections.types(aggregate, value);
    }
    return number;
  }

  private static SqlValue filled(String sql, SqlValue value) {
    if (value.type() == DYNAMIC && !sql.equals("any_value")) {
      throw Rejections.types(sql, value);
    }
    return value.type() == STRING
        ? SqlValue.of(STRING, "coalesce(" + sql + "(%s), '')", value)
        : SqlValue.of(value.type(), sql + "(%s)", value);
  }

  private static SqlValue list(boolean distinct, List<SqlValue> a) {
    SqlValue value = a.get(0);
    boolean written = value.type() == KqlType.DATETIME || value.type() == TIMESPAN;
    SqlValue element = written ? Conversions.text(value) : value;
    String list = "list(" + element + ") FILTER (WHERE " + value + " IS NOT NULL)";
    // The order of a set is free; sorted, the same query gives the same answer twice.
    String elements = distinct ? "list_sort(list_distinct(" + list + "))" : list;
    if (a.size() == 2) {
      elements = "list_slice(" + elements + ", 1, " + Conversions.whole(a.get(1)) + ")";
    }
    return SqlValue.of(DYNAMIC, "to_json(coalesce(" + elements + ", []))");
  }
}
