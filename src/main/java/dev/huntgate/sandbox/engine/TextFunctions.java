package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.STRING;

import java.util.List;

/** Functions on text. */
final class TextFunctions {

  private TextFunctions() {}

  static void register(ScalarFunctions all) {
    all.add("tostring", 1, 1, a -> text(a, 0));
    all.add("tolower", STRING, STRING, "lower(%s)");
    all.add("toupper", STRING, STRING, "upper(%s)");
    all.add("strlen", STRING, LONG, "length(%s)");
    all.add("string_size", STRING, LONG, "octet_length(encode(%s))");
    all.add("reverse", STRING, STRING, "reverse(%s)");
    all.add("isascii", STRING, BOOL, "regexp_full_match(%s, '[\\x00-\\x7F]*')");
    all.add("strcat", 1, ScalarFunctions.MANY, a -> joined(a, " || "));
    all.add("strcat_delim", 2, ScalarFunctions.MANY, TextFunctions::delimited);
    all.add("strcat_array", 2, 2, a -> array(a, "array_to_string(kql_texts(%s), %s)"));
    all.add("array_strcat", 2, 2, a -> array(a, "array_to_string(kql_texts(%s), %s)"));
    all.add("strrep", 2, 3, TextFunctions::repeated);
    all.add("strcmp", 2, 2, TextFunctions::compared);
    all.add("substring", 2, 3, TextFunctions::substring);
    all.add("split", 2, 3, TextFunctions::split);
    all.add("indexof", 2, 3, TextFunctions::indexOf);
    all.add("replace_string", 3, 3, a -> replace("replace(%s, %s, %s)", a, 0, 1, 2));
    all.add("replace_strings", 3, 3, TextFunctions::replaceAll);
    all.add("replace_regex", 3, 3, a -> replace("regexp_replace(%s, %s, %s, 'g')", a, 0, 1, 2));
    all.add("replace", 3, 3, a -> replace("regexp_replace(%s, %s, %s, 'g')", a, 2, 0, 1));
    all.add("translate", 3, 3, a -> replace("kql_translate(%s, %s, %s)", a, 2, 0, 1));
    all.add("trim", 2, 2, a -> trim("^(?:%1$s)+|(?:%1$s)+$", a));
    all.add("trim_start", 2, 2, a -> trim("^(?:%1$s)+", a));
    all.add("trim_end", 2, 2, a -> trim("(?:%1$s)+$", a));
    all.add("countof", 2, 3, TextFunctions::countof);
    all.add("has_any_index", 2, 2, a -> index(a));
    RegexFunctions.register(all);
    EncodingFunctions.register(all);
  }

  static SqlValue text(List<SqlValue> a, int index) {
    return Conversions.text(a.get(index));
  }

  private static SqlValue joined(List<SqlValue> a, String between) {
    return SqlValue.of(
        STRING,
        "(" + String.join(between, a.stream().map(v -> Conversions.text(v).sql()).toList()) + ")");
  }

  private static SqlValue delimited(List<SqlValue> a) {
    return joined(a.subList(1, a.size()), " || " + text(a, 0) + " || ");
  }

  private static SqlValue array(List<SqlValue> a, String sql) {
    return SqlValue.of(STRING, sql, Conversions.dynamic(a.get(0)), text(a, 1));
  }

  private static SqlValue repeated(List<SqlValue> a) {
    return SqlValue.of(
        STRING,
        "kql_repeat(%s, %s, %s)",
        text(a, 0),
        Conversions.whole(a.get(1)),
        a.size() == 3 ? text(a, 2) : "''");
  }

  private static SqlValue compared(List<SqlValue> a) {
    return SqlValue.of(
        LONG,
        "(CASE WHEN %1$s < %2$s THEN -1 WHEN %1$s > %2$s THEN 1 ELSE 0 END)::BIGINT",
        text(a, 0),
        text(a, 1));
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

  private static SqlValue indexOf(List<SqlValue> a) {
    return a.size() == 2
        ? SqlValue.of(LONG, "(strpos(%s, %s) - 1)", text(a, 0), text(a, 1))
        : SqlValue.of(
            LONG, "kql_indexof(%s, %s, %s)", text(a, 0), text(a, 1), Conversions.whole(a.get(2)));
  }

  private static SqlValue replace(String sql, List<SqlValue> a, int in, int from, int to) {
    return SqlValue.of(STRING, sql, text(a, in), text(a, from), text(a, to));
  }

  private static SqlValue replaceAll(List<SqlValue> a) {
    List<String> from = a.get(1).elements().orElse(List.of());
    List<String> to = a.get(2).elements().orElse(List.of());
    if (from.isEmpty() || from.size() != to.size()) {
      throw Rejections.semantic(
          "replace_strings(): the sandbox takes two literal arrays of one length.");
    }
    SqlValue value = text(a, 0);
    for (int i = 0; i < from.size(); i++) {
      value =
          SqlValue.of(
              STRING,
              "replace(%s, %s, %s)",
              value,
              SqlText.literal(from.get(i)),
              SqlText.literal(to.get(i)));
    }
    return value;
  }

  private static SqlValue trim(String regex, List<SqlValue> a) {
    String pattern = SqlText.literal(regex).replace("%1$s", "' || " + text(a, 0) + " || '");
    return SqlValue.of(STRING, "regexp_replace(%s, %s, '', 'g')", text(a, 1), pattern);
  }

  private static SqlValue countof(List<SqlValue> a) {
    String kind = a.size() == 2 ? "normal" : a.get(2).literal().orElse("");
    return switch (kind) {
      case "normal" -> SqlValue.of(LONG, "kql_countof(%s, %s)", text(a, 0), text(a, 1));
      case "regex" -> SqlValue.of(LONG, "len(regexp_extract_all(%s, %s))", text(a, 0), text(a, 1));
      default -> throw Rejections.semantic("countof(): the kind is 'normal' or 'regex'.");
    };
  }

  private static SqlValue index(List<SqlValue> a) {
    return SqlValue.of(
        LONG,
        "(coalesce(list_position(list_transform(kql_texts(%s), lambda e: kql_has(%s, e)), true),"
            + " 0)::BIGINT - 1)",
        Conversions.dynamic(a.get(1)),
        text(a, 0));
  }
}
