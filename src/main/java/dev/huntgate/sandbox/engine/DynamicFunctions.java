package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.STRING;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Functions on dynamic values. */
final class DynamicFunctions {

  private DynamicFunctions() {}

  static void register(ScalarFunctions all) {
    for (String name : List.of("parse_json", "parsejson", "todynamic", "toobject")) {
      all.add(name, 1, 1, a -> parse(a.get(0)));
    }
    all.add("dynamic_to_json", DYNAMIC, STRING, "coalesce(CAST(%s AS VARCHAR), '')");
    all.add("extractjson", 2, 3, DynamicFunctions::extractJson);
    all.add("extract_json", 2, 3, DynamicFunctions::extractJson);
    all.add("gettype", 1, 1, a -> type(a.get(0)));

    all.add("array_length", DYNAMIC, LONG, "kql_length(%s)");
    all.add("arraylength", DYNAMIC, LONG, "kql_length(%s)");
    all.add("array_sum", DYNAMIC, REAL, "kql_sum(%s)");
    all.add("array_reverse", DYNAMIC, DYNAMIC, "kql_array(%1$s, list_reverse(kql_items(%1$s)))");
    all.add("array_sort_asc", DYNAMIC, DYNAMIC, "kql_array(%1$s, kql_sorted(%1$s))");
    all.add("array_sort_desc", DYNAMIC, DYNAMIC, "kql_array(%1$s, list_reverse(kql_sorted(%1$s)))");
    all.add("array_concat", 1, ScalarFunctions.MANY, a -> concat(a));
    all.add("array_slice", 3, 3, DynamicFunctions::slice);
    all.add("array_split", 2, 2, DynamicFunctions::split);
    all.add("array_index_of", 2, 2, DynamicFunctions::indexOf);
    all.add("zip", 2, ScalarFunctions.MANY, DynamicFunctions::zip);
    all.add("repeat", 2, 2, DynamicFunctions::repeat);
    all.add("range", 2, 3, DynamicFunctions::range);

    all.add("set_union", 1, ScalarFunctions.MANY, a -> set(a, "list_concat(%s, kql_items(%s))"));
    all.add(
        "set_intersect", 1, ScalarFunctions.MANY, a -> set(a, "list_intersect(%s, kql_items(%s))"));
    all.add(
        "set_difference", 1, ScalarFunctions.MANY, a -> set(a, "kql_without(%s, kql_items(%s))"));
    all.add("set_has_element", 2, 2, DynamicFunctions::contains);
    all.add("set_equals", 2, 2, DynamicFunctions::equalSets);
    all.add("jaccard_index", 2, 2, DynamicFunctions::jaccard);

    all.add(
        "bag_keys",
        DYNAMIC,
        DYNAMIC,
        "(CASE WHEN json_type(%1$s) = 'OBJECT' THEN to_json(json_keys(%1$s)) END)");
    all.add("bag_has_key", 2, 2, DynamicFunctions::hasKey);
    all.add("bag_merge", 2, ScalarFunctions.MANY, DynamicFunctions::merge);
    all.add("bag_remove_keys", 2, 2, a -> two("kql_bag_without(%s, kql_texts(%s))", a));
    all.add("bag_set_key", 3, 3, DynamicFunctions::setKey);
    all.add("bag_zip", 2, 2, a -> two("kql_bag_zip(kql_texts(%s), kql_items(%s))", a));
    all.add("pack_array", 1, ScalarFunctions.MANY, a -> called("json_array", a));
    for (String name : List.of("bag_pack", "pack", "pack_dictionary")) {
      all.add(name, 2, ScalarFunctions.MANY, DynamicFunctions::bag);
    }
  }

  private static SqlValue parse(SqlValue value) {
    return value.type() == DYNAMIC
        ? value
        : SqlValue.of(DYNAMIC, "kql_parse(%s)", Conversions.text(value));
  }

  private static SqlValue dynamic(List<SqlValue> a, int index) {
    return Conversions.dynamic(a.get(index));
  }

  private static SqlValue two(String sql, List<SqlValue> a) {
    return SqlValue.of(DYNAMIC, sql, dynamic(a, 0), dynamic(a, 1));
  }

  private static SqlValue extractJson(List<SqlValue> a) {
    String path = a.get(0).literal().orElse("").replaceAll("\\['([^']*)'\\]", ".\"$1\"");
    if (!path.startsWith("$")) {
      throw Rejections.semantic("extract_json(): the path must be a literal that starts with '$'.");
    }
    SqlValue found =
        SqlValue.of(DYNAMIC, "kql_get(%s, %s)", parse(a.get(1)), SqlText.literal(path));
    return a.size() == 2
        ? Conversions.text(found)
        : Conversions.to(TypeNames.of(a.get(2).literal().orElse("")), found);
  }

  private static SqlValue type(SqlValue value) {
    return value.type() == DYNAMIC
        ? SqlValue.of(STRING, "kql_type(%s)", value)
        : SqlValue.string(TypeNames.kql(value.type()));
  }

  private static SqlValue concat(List<SqlValue> a) {
    String lists =
        a.stream()
            .map(each -> "kql_items(" + Conversions.dynamic(each) + ")")
            .collect(Collectors.joining(" || "));
    SqlValue all = SqlValue.of(DYNAMIC, "to_json(" + lists + ")");
    return a.stream().allMatch(each -> each.elements().isPresent())
        ? all.holding(
            Optional.of(
                a.stream().flatMap(each -> each.elements().orElseThrow().stream()).toList()))
        : all;
  }

  private static SqlValue slice(List<SqlValue> a) {
    return SqlValue.of(
        DYNAMIC,
        "kql_array(%1$s, kql_slice(kql_items(%1$s), %2$s, %3$s))",
        dynamic(a, 0),
        Conversions.whole(a.get(1)),
        Conversions.whole(a.get(2)));
  }

  private static SqlValue split(List<SqlValue> a) {
    if (!a.get(1).isWhole()) {
      throw Rejections.semantic("array_split(): the sandbox splits at one index only.");
    }
    return SqlValue.of(
        DYNAMIC,
        "kql_array(%1$s, [kql_slice(kql_items(%1$s), 0, %2$s - 1), kql_slice(kql_items(%1$s), %2$s,"
            + " -1)])",
        dynamic(a, 0),
        a.get(1));
  }

  private static SqlValue indexOf(List<SqlValue> a) {
    return SqlValue.of(
        LONG,
        "(coalesce(list_position(kql_items(%s), %s), 0)::BIGINT - 1)",
        dynamic(a, 0),
        dynamic(a, 1));
  }

  private static SqlValue contains(List<SqlValue> a) {
    return SqlValue.of(BOOL, "list_contains(kql_items(%s), %s)", dynamic(a, 0), dynamic(a, 1));
  }

  private static SqlValue zip(List<SqlValue> a) {
    String lists =
        a.stream()
            .map(each -> "kql_items(" + Conversions.dynamic(each) + ")")
            .collect(Collectors.joining(", "));
    String parts =
        IntStream.rangeClosed(1, a.size())
            .mapToObj(i -> "e[" + i + "]")
            .collect(Collectors.joining(", "));
    return SqlValue.of(
        DYNAMIC, "to_json(list_transform(list_zip(" + lists + "), lambda e: [" + parts + "]))");
  }

  private static SqlValue repeat(List<SqlValue> a) {
    return SqlValue.of(
        DYNAMIC,
        "to_json(list_transform(range(%s), lambda i: %s))",
        Conversions.whole(a.get(1)),
        dynamic(a, 0));
  }

  private static SqlValue range(List<SqlValue> a) {
    if (a.get(0).type() == DATETIME || a.get(0).type() == TIMESPAN) {
      return TimeRanges.list(a);
    }
    SqlValue step = a.size() == 3 ? a.get(2) : SqlValue.of(LONG, "1");
    if (!a.get(0).isWhole() || !a.get(1).isWhole() || !step.isWhole()) {
      throw Rejections.semantic(
          "range(): the sandbox makes ranges of whole numbers and times only.");
    }
    return SqlValue.of(
        DYNAMIC, "to_json(range(%s, %s + sign(%s)::BIGINT, %s))", a.get(0), a.get(1), step, step);
  }

  /** The order of a set is free; sorted, the same query gives the same answer twice. */
  private static SqlValue set(List<SqlValue> a, String with) {
    String list = "kql_items(" + dynamic(a, 0) + ")";
    for (int i = 1; i < a.size(); i++) {
      list = String.format(with, list, dynamic(a, i));
    }
    return SqlValue.of(DYNAMIC, "to_json(list_sort(list_distinct(" + list + ")))");
  }

  private static SqlValue equalSets(List<SqlValue> a) {
    return SqlValue.of(
        BOOL,
        "(list_sort(list_distinct(kql_items(%s))) = list_sort(list_distinct(kql_items(%s))))",
        dynamic(a, 0),
        dynamic(a, 1));
  }

  private static SqlValue jaccard(List<SqlValue> a) {
    return SqlValue.of(
        REAL, "kql_jaccard(kql_items(%s), kql_items(%s))", dynamic(a, 0), dynamic(a, 1));
  }

  private static SqlValue hasKey(List<SqlValue> a) {
    return SqlValue.of(
        BOOL,
        "coalesce(json_exists(%s, kql_pointer(%s)), false)",
        dynamic(a, 0),
        Conversions.text(a.get(1)));
  }

  private static SqlValue setKey(List<SqlValue> a) {
    return SqlValue.of(
        DYNAMIC,
        "json_merge_patch(%s, json_object(%s, %s))",
        dynamic(a, 0),
        Conversions.text(a.get(1)),
        dynamic(a, 2));
  }

  private static SqlValue merge(List<SqlValue> a) {
    String bags =
        a.stream().map(each -> Conversions.dynamic(each).sql()).collect(Collectors.joining(", "));
    return SqlValue.of(DYNAMIC, "kql_merged(kql_bags([" + bags + "]))");
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
    SqlValue made = SqlValue.of(DYNAMIC, function + "(" + String.join(", ", values) + ")");
    boolean literal = a.stream().allMatch(each -> each.literal().isPresent());
    return function.equals("json_array") && literal
        ? made.holding(Optional.of(a.stream().flatMap(each -> each.literal().stream()).toList()))
        : made;
  }
}
