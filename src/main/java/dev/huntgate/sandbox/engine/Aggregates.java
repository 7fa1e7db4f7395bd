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

  private static final List<String> REFUSED =
      List.of(
          "argmax",
          "argmin",
          "buildschema",
          "covariance",
          "covarianceif",
          "covariancep",
          "covariancepif",
          "hll",
          "hll_if",
          "hll_merge",
          "percentilesw",
          "percentilesw_array",
          "percentilew",
          "tdigest",
          "tdigest_merge");

  private static final Map<String, Aggregate> ALL = new TreeMap<>();

  static {
    add("count", 0, 0, "count", a -> SqlValue.of(LONG, "count(*)"));
    add("countif", 1, 1, "countif", a -> SqlValue.of(LONG, "count(*)" + where(a.get(0))));
    distinct("dcount", 1);
    distinct("count_distinct", 0);
    distinctIf("dcountif", 1);
    distinctIf("count_distinctif", 0);
    add("sum", 1, 1, "sum", a -> sum(a.get(0), ""));
    add("sumif", 2, 2, "sumif", a -> sum(a.get(0), where(a.get(1))));
    add("avg", 1, 1, "avg", a -> average(a.get(0), ""));
    add("avgif", 2, 2, "avgif", a -> average(a.get(0), where(a.get(1))));
    add("min", 1, 1, "min", a -> filled("min", a.get(0), ""));
    add("minif", 2, 2, "minif", a -> filled("min", a.get(0), where(a.get(1))));
    add("max", 1, 1, "max", a -> filled("max", a.get(0), ""));
    add("maxif", 2, 2, "maxif", a -> filled("max", a.get(0), where(a.get(1))));
    add("any", 1, 1, "any", a -> filled("any_value", a.get(0), ""));
    add("anyif", 2, 2, "anyif", a -> filled("any_value", a.get(0), where(a.get(1))));
    add("take_any", 1, 1, "", a -> filled("any_value", a.get(0), ""));
    add("take_anyif", 2, 2, "", a -> filled("any_value", a.get(0), where(a.get(1))));
    add("percentile", 2, 2, "percentile", a -> percentile(a.get(0), a.get(1)));
    add("percentiles_array", 2, ScalarFunctions.MANY, "percentiles", Aggregates::percentiles);
    spread("stdev", "stddev_samp");
    spread("stdevp", "stddev_pop");
    spread("variance", "var_samp");
    spread("variancep", "var_pop");
    bits("binary_all_and", "bit_and");
    bits("binary_all_or", "bit_or");
    bits("binary_all_xor", "bit_xor");
    Gathering.register(ALL);
  }

  private Aggregates() {}

  static Optional<Aggregate> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  static Collection<Aggregate> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  /** The names of those that KQL has and the sandbox does not. */
  static List<String> refused() {
    return REFUSED;
  }

  static String where(SqlValue condition) {
    return " FILTER (WHERE " + Conversions.bool(condition) + ")";
  }

  private static void add(
      String name, int least, int most, String prefix, Function<List<SqlValue>, SqlValue> body) {
    ALL.put(name, new Aggregate(name, least, most, prefix, (a, order) -> body.apply(a)));
  }

  private static void distinct(String name, int accuracy) {
    add(name, 1, 1 + accuracy, name, a -> SqlValue.of(LONG, "count(DISTINCT %s)", a.get(0)));
  }

  private static void distinctIf(String name, int accuracy) {
    add(
        name,
        2,
        2 + accuracy,
        name,
        a -> SqlValue.of(LONG, "count(DISTINCT %s)%s", a.get(0), where(a.get(1))));
  }

  private static void spread(String name, String sql) {
    add(name, 1, 1, name, a -> SqlValue.of(REAL, sql + "(%s)", real(name, a.get(0))));
    if (name.equals("stdevp")) {
      return;
    }
    String conditional = name + "if";
    add(
        conditional,
        2,
        2,
        conditional,
        a -> SqlValue.of(REAL, sql + "(%s)%s", real(conditional, a.get(0)), where(a.get(1))));
  }

  private static void bits(String name, String sql) {
    add(name, 1, 1, "", a -> SqlValue.of(LONG, sql + "(%s)", Conversions.whole(a.get(0))));
  }

  private static SqlValue sum(SqlValue value, String filter) {
    SqlValue number = number("sum", value);
    KqlType type = number.isWhole() ? LONG : number.type();
    return SqlValue.of(
        type, "coalesce(TRY_CAST(sum(%s)%s AS %s), 0)", number, filter, SqlTypes.of(type));
  }

  private static SqlValue average(SqlValue value, String filter) {
    if (value.type() == KqlType.DATETIME) {
      return SqlValue.of(
          KqlType.DATETIME, "kql_moment(CAST(avg(epoch_us(%s))%s AS BIGINT))", value, filter);
    }
    SqlValue number = number("avg", value);
    return number.type() == TIMESPAN
        ? SqlValue.of(TIMESPAN, "CAST(avg(%s)%s AS BIGINT)", number, filter)
        : SqlValue.of(REAL, "avg(CAST(%s AS DOUBLE))%s", number, filter);
  }

  private static SqlValue percentile(SqlValue value, SqlValue share) {
    SqlValue number = value.type() == DYNAMIC ? Conversions.real(value) : value;
    if (!number.isNumber() && number.type() != TIMESPAN && number.type() != KqlType.DATETIME) {
      throw Rejections.types("percentile", value);
    }
    return SqlValue.of(number.type(), "quantile_disc(%s, %s)", number, part(share));
  }

  private static SqlValue percentiles(List<SqlValue> a) {
    List<String> each =
        a.subList(1, a.size()).stream()
            .map(share -> Conversions.dynamic(percentile(a.get(0), share)).sql())
            .toList();
    return SqlValue.of(DYNAMIC, "json_array(" + String.join(", ", each) + ")");
  }

  private static String part(SqlValue share) {
    if (!share.isNumber() || share.sql().matches("k\\d+")) {
      throw Rejections.types("percentile", share);
    }
    return "(" + share + ") / 100.0";
  }

  private static SqlValue real(String aggregate, SqlValue value) {
    return Conversions.real(number(aggregate, value));
  }

  private static SqlValue number(String aggregate, SqlValue value) {
    SqlValue number = value.type() == DYNAMIC ? Conversions.real(value) : value;
    if (number.type() == KqlType.BOOL) {
      return Conversions.whole(number);
    }
    if (!number.isNumber() && number.type() != TIMESPAN) {
      throw Rejections.types(aggregate, value);
    }
    return number;
  }

  private static SqlValue filled(String sql, SqlValue given, String filter) {
    boolean any = sql.equals("any_value");
    SqlValue value = given.type() == DYNAMIC && !any ? Conversions.real(given) : given;
    return value.type() == STRING
        ? SqlValue.of(STRING, "coalesce(" + sql + "(%s)%s, '')", value, filter)
        : SqlValue.of(value.type(), sql + "(%s)%s", value, filter);
  }
}
