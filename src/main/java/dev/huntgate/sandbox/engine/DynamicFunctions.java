package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.LONG;

import java.util.ArrayList;
import java.util.List;

/** Functions on dynamic values. */
final class DynamicFunctions {

  private DynamicFunctions() {}

  static void register(ScalarFunctions all) {
    all.addNamed("parse_json", 1, 1, a -> parse(a.get(0)));
    all.addNamed("todynamic", 1, 1, a -> parse(a.get(0)));
    all.addNamed("toobject", 1, 1, a -> parse(a.get(0)));
    all.add(
        "array_length",
        DYNAMIC,
        LONG,
        "(CASE WHEN json_type(%1$s) = 'ARRAY' THEN CAST(json_array_length(%1$s) AS BIGINT) END)");
    all.add(
        "bag_keys",
        DYNAMIC,
        DYNAMIC,
        "(CASE WHEN json_type(%1$s) = 'OBJECT' THEN to_json(json_keys(%1$s)) END)");
    all.add("pack_array", 1, ScalarFunctions.MANY, a -> called("json_array", a));
    all.add("bag_pack", 2, ScalarFunctions.MANY, DynamicFunctions::bag);
    all.add("pack", 2, ScalarFunctions.MANY, DynamicFunctions::bag);
  }

  private static SqlValue parse(SqlValue value) {
    return value.type() == DYNAMIC
        ? value
        : SqlValue.of(DYNAMIC, "kql_parse(%s)", Conversions.text(value));
  }

  private static SqlValue bag(List<SqlValue> a) {
    List<SqlValue> members = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      members.add(i % 2 == 0 ? Conversions.text(a.get(i)) : a.get(i));
    }
    if (a.size() % 2 != 0) {
      throw Rejections.arguments("bag_pack", a.size());
    }
    return called("json_object", members);
  }

  private static SqlValue called(String function, List<SqlValue> a) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      boolean key = function.equals("json_object") && i % 2 == 0;
      values.add(key ? a.get(i).sql() : Conversions.dynamic(a.get(i)).sql());
    }
    return SqlValue.of(DYNAMIC, function + "(" + String.join(", ", values) + ")");
  }
}
