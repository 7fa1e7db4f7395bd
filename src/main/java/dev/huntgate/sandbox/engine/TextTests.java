package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlType;
import java.util.List;

/** KQL's tests on text: those named {@code has} look at whole terms, the others at characters. */
final class TextTests {

  private TextTests() {}

  /** Applies a test such as {@code has}, {@code !contains} or {@code endswith_cs}. */
  static SqlValue apply(String operator, SqlValue value, SqlValue wanted) {
    if (operator.startsWith("!")) {
      return Comparisons.not(apply(operator.substring(1), value, wanted));
    }
    SqlValue text = text(operator, value);
    SqlValue part = text(operator, wanted);
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
    return Comparisons.any(
        members.stream()
            .map(
                member ->
                    member.type() == DYNAMIC
                        ? SqlValue.of(
                            BOOL,
                            "list_contains(kql_texts(%s), %s)",
                            member,
                            Conversions.text(value))
                        : Comparisons.equal(value, member))
            .toList());
  }

  static SqlValue isInIgnoringCase(SqlValue value, List<SqlValue> members) {
    return Comparisons.any(
        members.stream()
            .map(
                member ->
                    member.type() == DYNAMIC
                        ? SqlValue.of(
                            BOOL,
                            "list_contains(list_transform(kql_texts(%s), lambda e: lower(e)), lower(%s))",
                            member,
                            text("in~", value))
                        : equalIgnoringCase(value, member))
            .toList());
  }

  static SqlValue hasAny(SqlValue value, List<SqlValue> terms) {
    if (terms.stream().allMatch(term -> term.literal().isPresent())) {
      // One pattern for all: a test for each takes DuckDB minutes to plan when there are thousands.
      List<String> known = terms.stream().flatMap(term -> term.literal().stream()).toList();
      return SqlValue.of(
          BOOL, "regexp_matches(%s, %s)", text("has_any", value), TermPattern.anyOf(known));
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
