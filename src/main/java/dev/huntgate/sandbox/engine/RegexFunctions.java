package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.STRING;

import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;

/** Functions that take text apart by regular expressions. */
final class RegexFunctions {

  private RegexFunctions() {}

  static void register(ScalarFunctions all) {
    all.add("extract", 3, 4, RegexFunctions::extract);
    all.add("extract_all", 2, 3, RegexFunctions::extractAll);
    all.add("extractall", 2, 3, RegexFunctions::extractAll);
    all.add("indexof_regex", 2, 2, RegexFunctions::indexOf);
    all.add("regex_quote", STRING, STRING, "regexp_escape(%s)");
    all.add("parse_command_line", 1, 2, a -> made("kql_command_line(%s)", a));
    all.add("parse_url", 1, 1, a -> made("kql_parse_url(%s)", a));
    all.add(
        "parse_urlquery",
        1,
        1,
        a -> made("json_object('Query Parameters', kql_parse_query(%s))", a));
    all.add("parseurl", 1, 1, a -> made("kql_parse_url(%s)", a));
    all.add(
        "parseurlquery",
        1,
        1,
        a -> made("json_object('Query Parameters', kql_parse_query(%s))", a));
    all.add("parse_path", 1, 1, a -> made("kql_parse_path(%s)", a));
    all.add("parse_csv", 1, 1, a -> made("kql_parse_csv(%s)", a));
  }

  private static SqlValue made(String sql, List<SqlValue> a) {
    return SqlValue.of(DYNAMIC, sql, TextFunctions.text(a, 0));
  }

  private static SqlValue extract(List<SqlValue> a) {
    String group = a.get(1).sql().replaceAll("\\D+\\b(\\d+)\\b.*", "$1");
    if (!a.get(1).isWhole() || !group.matches("\\d")) {
      throw Rejections.semantic("extract(): the capture group must be a number from 0 to 9.");
    }
    SqlValue text =
        SqlValue.of(
            STRING,
            "coalesce(regexp_extract(%s, %s, %s), '')",
            TextFunctions.text(a, 2),
            TextFunctions.text(a, 0),
            group);
    return a.size() == 3 ? text : Conversions.to(TypeNames.of(a.get(3).literal().orElse("")), text);
  }

  private static SqlValue indexOf(List<SqlValue> a) {
    return SqlValue.of(
        KqlType.LONG,
        "kql_indexof_regex(%s, %s)",
        TextFunctions.text(a, 0),
        TextFunctions.text(a, 1));
  }

  private static SqlValue extractAll(List<SqlValue> a) {
    SqlValue regex = a.get(0);
    SqlValue text = TextFunctions.text(a, a.size() - 1);
    List<String> groups =
        a.size() == 3
            ? a.get(1).elements().orElse(List.of())
            : numbered(groups(regex.literal().orElse("()")));
    if (groups.isEmpty() || !groups.stream().allMatch(group -> group.matches("\\d"))) {
      throw Rejections.semantic(
          "extract_all(): the regular expression must have from 1 to 9 capture groups,"
              + " chosen by number.");
    }
    if (groups.size() == 1) {
      return SqlValue.of(
          DYNAMIC, "to_json(regexp_extract_all(%s, %s, %s))", text, regex, groups.get(0));
    }
    List<String> lists = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      lists.add(String.format("regexp_extract_all(%s, %s, %s)", text, regex, groups.get(i)));
      parts.add("e[" + (i + 1) + "]");
    }
    return SqlValue.of(
        DYNAMIC,
        "to_json(list_transform(list_zip(%s), lambda e: [%s]))",
        String.join(", ", lists),
        String.join(", ", parts));
  }

  private static List<String> numbered(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= Math.min(count, 9); i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }

  /** Counts the brackets that catch something. */
  private static int groups(String regex) {
    int groups = 0;
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        boolean plain = i + 1 == regex.length() || regex.charAt(i + 1) != '?';
        groups += plain || regex.startsWith("(?P<", i) || regex.startsWith("(?<", i) ? 1 : 0;
      }
    }
    return groups;
  }
}
