package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.stream.Collectors;

/** KQL's tests on text: those named {@code has} look at whole terms, the others at characters. */
final class TextTests {

  private TextTests() {}

  /** Applies a test such as {@code has}, {@code !contains} or {@code endswith_cs}. */
  static SqlValue apply(String operator, SqlValue value, SqlValue wanted) {
    if (operator.equals("notcontains")) {
      return Comparisons.not(apply("contains", value, wanted));
    }
    if (operator.startsWith("!")) {
      return Comparisons.not(apply(operator.substring(1), value, wanted));
    }
    SqlValue text = text(operator, value);
    SqlValue part = text(operator, wanted);
    if (operator.startsWith("has") && wanted.literal().isPresent()) {
      return TermPattern.test(text, operator, wanted.literal().get());
    }
    return switch (operator) {
      case "has", "has_cs", "hasprefix", "hasprefix_cs", "hassuffix", "hassuffix_cs" ->
          SqlValue.of(BOOL, "kql_%s(%s, %s)", operator, text, part);
      case "contains" -> SqlValue.of(BOOL, "contains(lower(%s), lower(%s))", text, part);
      case "contains_cs" -> SqlValue.of(BOOL, "contains(%s, %s)", text, part);
      case "startswith" -> SqlValue.of(BOOL, "starts_with(lower(%s), lower(%s))", text, part);
      case "startswith_cs" -> SqlValue.of(BOOL, "starts_with(%s, %s)", text, part);
      case "endswith" -> SqlValue.of(BOOL, "suffix(lower(%s), lower(%s))", text, part);
      case "endswith_cs" -> SqlValue.of(BOOL, "suffix(%s, %s)", text, part);
      default -> throw Rejections.unknownOperator(operator);
    };
  }

  static SqlValue equalIgnoringCase(SqlValue value, SqlValue other) {
    return SqlValue.of(BOOL, "(lower(%s) = lower(%s))", text("=~", value), text("=~", other));
  }

  static SqlValue matches(SqlValue value, SqlValue regex) {
    return SqlValue.of(
        BOOL, "regexp_matches(%s, %s)", text("matches regex", value), text("matches regex", regex));
  }

  static SqlValue isIn(SqlValue value, List<SqlValue> members) {
    if (value.type() == KqlType.STRING && literals(members).size() == members.size()) {
      return members.isEmpty() ? Comparisons.any(List.of()) : among(value.sql(), members, "%s");
    }
    return Comparisons.any(members.stream().map(member -> isMember(value, member)).toList());
  }

  private static SqlValue isMember(SqlValue value, SqlValue member) {
    if (member.type() == DYNAMIC) {
      return SqlValue.of(
          BOOL,
          isQuery(member)
              ? "(%2$s IN (SELECT unnest(kql_texts(%1$s))))"
              : "list_contains(kql_texts(%1$s), %2$s)",
          member,
          Conversions.text(value));
    }
    // A literal array holds text and numbers alike.
    boolean read = member.literal().isPresent() && !value.isText() && value.type() != DYNAMIC;
    return Comparisons.equal(value, read ? Conversions.to(value.type(), member) : member);
  }

  static SqlValue isInIgnoringCase(SqlValue value, List<SqlValue> members) {
    SqlValue text = text("in~", value);
    if (!members.isEmpty() && literals(members).size() == members.size()) {
      return among("lower(" + text + ")", members, "lower(%s)");
    }
    return Comparisons.any(
        members.stream()
            .map(
                member ->
                    member.type() == DYNAMIC
                        ? SqlValue.of(
                            BOOL,
                            isQuery(member)
                                ? "(lower(%2$s) IN (SELECT lower(unnest(kql_texts(%1$s)))))"
                                : "list_contains(list_transform(kql_texts(%1$s), lambda e:"
                                    + " lower(e)), lower(%2$s))",
                            member,
                            text)
                        : equalIgnoringCase(value, member))
            .toList());
  }

  private static SqlValue among(String value, List<SqlValue> members, String form) {
    String list =
        members.stream()
            .map(member -> form.replace("%s", member.sql()))
            .collect(Collectors.joining(", "));
    return SqlValue.of(BOOL, "(" + value + " IN (" + list + "))");
  }

  private static List<String> literals(List<SqlValue> members) {
    return members.stream().flatMap(member -> member.literal().stream()).toList();
  }

  /** Tells whether a value is worked out by a query of its own, best done once for all rows. */
  private static boolean isQuery(SqlValue value) {
    return value.sql().startsWith("(SELECT");
  }

  static SqlValue hasAny(SqlValue value, List<SqlValue> terms) {
    List<String> known = literals(terms);
    if (known.size() == terms.size()) {
      // One pattern for all: a test for each takes DuckDB minutes to plan when there are thousands.
      return TermPattern.testAny(text("has_any", value), known);
    }
    return Comparisons.any(
        terms.stream()
            .map(
                term ->
                    term.type() == DYNAMIC
                        ? SqlValue.of(BOOL, "(len(%s) > 0)", termsFound(value, term))
                        : apply("has", value, term))
            .toList());
  }

  static SqlValue hasAll(SqlValue value, List<SqlValue> terms) {
    return Comparisons.all(
        terms.stream()
            .map(
                term ->
                    term.type() == DYNAMIC
                        ? SqlValue.of(
                            BOOL, "(len(%s) = len(kql_texts(%s)))", termsFound(value, term), term)
                        : apply("has", value, term))
            .toList());
  }

  private static String termsFound(SqlValue value, SqlValue terms) {
    return "list_filter(kql_texts("
        + terms
        + "), lambda e: kql_has("
        + text("has", value)
        + ", e))";
  }

  private static SqlValue text(String operator, SqlValue value) {
    if (!value.isText() && value.type() != DYNAMIC) {
      throw Rejections.types(operator, value);
    }
    return value.type() == KqlType.STRING ? value : Conversions.text(value);
  }
}
