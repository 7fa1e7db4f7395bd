package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.STRING;

import java.util.List;

/** Functions on text. */
final class TextFunctions {

  private TextFunctions() {}

  static void register(ScalarFunctions all) {
    all.addNamed("tostring", 1, 1, a -> text(a, 0));
    all.add("tolower", STRING, STRING, "lower(%s)");
    all.add("toupper", STRING, STRING, "upper(%s)");
    all.add("strlen", STRING, LONG, "length(%s)");
    all.add("strcat", 1, ScalarFunctions.MANY, TextFunctions::strcat);
    all.add("substring", 2, 3, TextFunctions::substring);
    all.add("split", 2, 3, TextFunctions::split);
    all.add(
        "indexof", 2, 2, a -> SqlValue.of(LONG, "(strpos(%s, %s) - 1)", text(a, 0), text(a, 1)));
    all.add("replace_string", 3, 3, a -> replace("replace(%s, %s, %s)", a, 1, 2));
    all.add("replace_regex", 3, 3, a -> replace("regexp_replace(%s, %s, %s, 'g')", a, 1, 2));
    all.add("trim", 2, 2, a -> trim("^(?:%1$s)+|(?:%1$s)+$", a));
    all.add("trim_start", 2, 2, a -> trim("^(?:%1$s)+", a));
    all.add("trim_end", 2, 2, a -> trim("(?:%1$s)+$", a));
    all.add("extract", 3, 3, TextFunctions::extract);
    all.add("countof", 2, 3, TextFunctions::countof);
  }

  private static SqlValue text(List<SqlValue> a, int index) {
    return Conversions.text(a.get(index));
  }

  private static SqlValue strcat(List<SqlValue> a) {
    return SqlValue.of(
        STRING,
        "(" + String.join(" || ", a.stream().map(v -> Conversions.text(v).sql()).toList()) + ")");
  }

  private static SqlValue substring(List<SqlValue> a) {
    Object length = a.size() == 3 ? Conversions.whole(a.get(2)) : Integer.MAX_VALUE;
    return SqlValue.of(
        STRING, "kql_substring(%s, %s, %s)", text(a, 0), Conversions.whole(a.get(1)), length);
  }

  private static SqlValue split(List<SqlValue> a) {
    SqlValue parts = SqlValue.of(DYNAMIC, "to_json(string_split(%s, %s))", text(a, 0), text(a, 1));
    if (a.size() == 2) {
      return parts;
    }
    return SqlValue.of(
        DYNAMIC,
        "to_json(list_slice(string_split(%1$s, %2$s), %3$s + 1, %3$s + 1))",
        text(a, 0),
        text(a, 1),
        Conversions.whole(a.get(2)));
  }

  private static SqlValue replace(String sql, List<SqlValue> a, int from, int to) {
    return SqlValue.of(STRING, sql, text(a, 0), text(a, from), text(a, to));
  }

  private static SqlValue trim(String regex, List<SqlValue> a) {
    String pattern = SqlText.literal(regex).replace("%1$s", "' || " + text(a, 0) + " || '");
    return SqlValue.of(STRING, "regexp_replace(%s, %s, '', 'g')", text(a, 1), pattern);
  }

  private static SqlValue extract(List<SqlValue> a) {
    String group = a.get(1).sql().replaceAll("\\D+\\b(\\d+)\\b.*", "$1");
    if (!a.get(1).isWhole() || !group.matches("\\d")) {
      throw Rejections.semantic("extract(): the capture group must be a number from 0 to 9.");
    }
    return SqlValue.of(
        STRING, "coalesce(regexp_extract(%s, %s, %s), '')", text(a, 2), text(a, 0), group);
  }

  private static SqlValue countof(List<SqlValue> a) {
    String kind = a.size() == 2 ? "normal" : a.get(2).literal().orElse("");
    return switch (kind) {
      case "normal" -> SqlValue.of(LONG, "kql_countof(%s, %s)", text(a, 0), text(a, 1));
      case "regex" -> SqlValue.of(LONG, "len(regexp_extract_all(%s, %s))", text(a, 0), text(a, 1));
      default -> throw Rejections.semantic("countof(): the kind is 'normal' or 'regex'.");
    };
  }
}
