package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.STRING;

import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;

/** Functions that choose between values, and those that ask whether there is one. */
final class ChoiceFunctions {

  private ChoiceFunctions() {}

  static void register(ScalarFunctions all) {
    all.add("not", 1, 1, a -> Comparisons.not(Conversions.bool(a.get(0))));
    all.add("iff", 3, 3, ChoiceFunctions::choose);
    all.add("iif", 3, 3, ChoiceFunctions::choose);
    all.add("case", 3, ScalarFunctions.MANY, ChoiceFunctions::choose);
    all.add("coalesce", 2, ScalarFunctions.MANY, ChoiceFunctions::first);
    all.add("isnull", 1, 1, a -> isNull(a.get(0)));
    all.add("isnotnull", 1, 1, a -> Comparisons.not(isNull(a.get(0))));
    all.add("isempty", 1, 1, a -> isEmpty(a.get(0)));
    all.add("isnotempty", 1, 1, a -> Comparisons.not(isEmpty(a.get(0))));
    all.add("notnull", 1, 1, a -> Comparisons.not(isNull(a.get(0))));
    all.add("notempty", 1, 1, a -> Comparisons.not(isEmpty(a.get(0))));
    all.add("min_of", 2, ScalarFunctions.MANY, a -> extreme("least", a));
    all.add("max_of", 2, ScalarFunctions.MANY, a -> extreme("greatest", a));
  }

  /** Brings values to one type, as KQL asks of the branches of a choice. */
  static List<SqlValue> alike(String function, List<SqlValue> values) {
    String nothing = SqlValue.nothing(DYNAMIC).sql();
    KqlType type =
        values.stream()
            .filter(value -> !value.sql().equals(nothing))
            .findFirst()
            .orElse(values.get(0))
            .type();
    for (SqlValue value : values) {
      if (value.type() == type || value.sql().equals(nothing)) {
        continue;
      }
      boolean numbers = value.isNumber() && SqlValue.of(type, "").isNumber();
      if (numbers) {
        type = value.isWhole() && SqlValue.of(type, "").isWhole() ? KqlType.LONG : REAL;
      } else if (value.type() == DYNAMIC || type == DYNAMIC) {
        type = value.type() == STRING || type == STRING ? STRING : DYNAMIC;
      } else {
        throw Rejections.types(function, values.get(0), value);
      }
    }
    KqlType common = type;
    return values.stream()
        .map(
            value ->
                value.sql().equals(nothing)
                    ? SqlValue.nothing(common)
                    : value.type() == common ? value : Conversions.to(common, value))
        .toList();
  }

  private static SqlValue choose(List<SqlValue> a) {
    if (a.size() % 2 == 0) {
      throw Rejections.arguments("case", a.size());
    }
    List<SqlValue> branches = new ArrayList<>();
    for (int i = 1; i < a.size(); i += 2) {
      branches.add(a.get(i));
    }
    branches.add(a.get(a.size() - 1));
    List<SqlValue> alike = alike("case", branches);
    StringBuilder sql = new StringBuilder("(CASE");
    for (int i = 0; i + 1 < alike.size(); i++) {
      SqlValue condition = Conversions.bool(a.get(2 * i));
      sql.append(" WHEN ").append(condition).append(" THEN ").append(alike.get(i));
    }
    sql.append(" ELSE ").append(alike.get(alike.size() - 1)).append(" END)");
    return SqlValue.of(alike.get(0).type(), sql.toString());
  }

  private static SqlValue first(List<SqlValue> a) {
    List<SqlValue> alike = alike("coalesce", a);
    KqlType type = alike.get(0).type();
    if (type != STRING) {
      return SqlValue.of(type, "coalesce(" + joined(alike) + ")");
    }
    String nonEmpty =
        String.join(", ", alike.stream().map(value -> "nullif(" + value + ", '')").toList());
    return SqlValue.of(STRING, "coalesce(" + nonEmpty + ", '')");
  }

  private static SqlValue extreme(String sql, List<SqlValue> a) {
    List<SqlValue> alike = alike(sql, a);
    return SqlValue.of(alike.get(0).type(), sql + "(" + joined(alike) + ")");
  }

  private static SqlValue isNull(SqlValue value) {
    return value.type() == STRING
        ? SqlValue.of(BOOL, "false")
        : SqlValue.of(BOOL, "(%s IS NULL)", value);
  }

  private static SqlValue isEmpty(SqlValue value) {
    return SqlValue.of(BOOL, "(%s = '')", Conversions.text(value));
  }

  private static String joined(List<SqlValue> values) {
    return String.join(", ", values.stream().map(SqlValue::sql).toList());
  }
}
