package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlType;
import java.util.List;

/**
 * Compares values as KQL does: text by case, nulls by their own rules, dynamic by what it holds.
 */
final class Comparisons {

  private Comparisons() {}

  /** Two values brought to one type in which SQL can compare them. */
  private record Pair(SqlValue left, SqlValue right) {}

  static SqlValue equal(SqlValue left, SqlValue right) {
    Pair pair = alike("==", left, right);
    return pair.left.isText()
        ? SqlValue.of(BOOL, "(%s = %s)", pair.left, pair.right)
        : SqlValue.of(BOOL, "kql_eq(%s, %s)", pair.left, pair.right);
  }

  static SqlValue notEqual(SqlValue left, SqlValue right) {
    Pair pair = alike("!=", left, right);
    return pair.left.isText()
        ? SqlValue.of(BOOL, "(%s <> %s)", pair.left, pair.right)
        : SqlValue.of(BOOL, "kql_ne(%s, %s)", pair.left, pair.right);
  }

  static SqlValue ordered(String operator, SqlValue left, SqlValue right) {
    if (left.type() == BOOL || right.type() == BOOL || left.isText() || right.isText()) {
      throw Rejections.types(operator, left, right);
    }
    Pair pair = alike(operator, left, right);
    return SqlValue.of(BOOL, "(%s %s %s)", pair.left, operator, pair.right);
  }

  static SqlValue between(SqlValue value, SqlValue from, SqlValue to) {
    SqlValue end =
        to.type() == KqlType.TIMESPAN && from.type() == KqlType.DATETIME
            ? Arithmetic.plus(from, to)
            : to;
    return SqlValue.of(BOOL, "(%s AND %s)", ordered(">=", value, from), ordered("<=", value, end));
  }

  static SqlValue not(SqlValue value) {
    return SqlValue.of(BOOL, "(NOT %s)", value);
  }

  static SqlValue any(List<SqlValue> tests) {
    return tests.isEmpty() ? SqlValue.of(BOOL, "false") : joined(" OR ", tests);
  }

  static SqlValue all(List<SqlValue> tests) {
    return tests.isEmpty() ? SqlValue.of(BOOL, "true") : joined(" AND ", tests);
  }

  private static SqlValue joined(String word, List<SqlValue> tests) {
    return SqlValue.of(
        BOOL, "(" + String.join(word, tests.stream().map(SqlValue::sql).toList()) + ")");
  }

  private static SqlValue folded(SqlValue value) {
    return SqlValue.of(KqlType.STRING, "lower(%s)", Conversions.text(value));
  }

  private static boolean isWrittenBool(SqlValue value) {
    return value.literal().filter(text -> text.matches("(?i)0|1|true|false")).isPresent();
  }

  private static Pair alike(String operator, SqlValue left, SqlValue right) {
    if (left.type() == DYNAMIC && right.type() == DYNAMIC) {
      return new Pair(Conversions.text(left), Conversions.text(right));
    }
    if (left.type() == DYNAMIC) {
      return new Pair(Conversions.to(right.type(), left), right);
    }
    if (right.type() == DYNAMIC) {
      return new Pair(left, Conversions.to(left.type(), right));
    }
    if (left.type() == KqlType.GUID || right.type() == KqlType.GUID) {
      if (left.isText() && right.isText()) {
        return new Pair(folded(left), folded(right));
      }
    }
    // Analysts write IsLocalAdmin == 1, and upstream takes it.
    if (left.type() == BOOL && right.isNumber()) {
      return new Pair(Conversions.whole(left), right);
    }
    if (right.type() == BOOL && left.isNumber()) {
      return new Pair(left, Conversions.whole(right));
    }
    // And IsClickedThrough != "0", as upstream's own examples do.
    if (left.type() == BOOL && isWrittenBool(right)) {
      return new Pair(left, Conversions.bool(right));
    }
    if (left.type() == right.type() || (left.isNumber() && right.isNumber())) {
      return new Pair(left, right);
    }
    throw Rejections.types(operator, left, right);
  }
}
