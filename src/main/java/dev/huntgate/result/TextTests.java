package dev.huntgate.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Conditions on texts, worked out on their bytes where that is possible. */
final class TextTests {

  private static final String ACCEPTED_JSON =
      "EQ, NE, IN, NOT_IN, CONTAINS, NOT_CONTAINS, STARTS_WITH, IS_NULL and IS_NOT_NULL";
  private static final String ACCEPTED_WITHOUT_CASE =
      "EQ, NE, IN, NOT_IN, CONTAINS, NOT_CONTAINS and STARTS_WITH, or with case any";

  private TextTests() {}

  /** A condition on strings. */
  static IntPredicate of(
      Condition condition, Arguments arguments, TextArena texts, IntFunction<String> string) {
    return of(condition, arguments, arguments.all(Arguments::string), texts, string);
  }

  /** A condition on JSON. */
  static IntPredicate ofJson(
      Condition condition, Arguments arguments, TextArena texts, IntFunction<String> json) {
    Operator operator = condition.operator();
    if (operator.isOrder()) {
      throw arguments.refuseOperator(ACCEPTED_JSON);
    }
    boolean whole = operator == Operator.EQ || operator == Operator.NE || operator.takesMany();
    List<String> values = new ArrayList<>();
    for (Object value : arguments.all((all, given) -> given)) {
      values.add(value.toString());
      if (whole && value instanceof CharSequence text) {
        Utf8Buffer quoted = new Utf8Buffer(text.length() + 2);
        quoted.jsonString(text.toString());
        values.add(quoted.toString());
      }
    }
    Condition any =
        !whole
            ? condition
            : new Condition(
                condition.column(),
                operator.isNegative() ? Operator.NOT_IN : Operator.IN,
                condition.values(),
                condition.ignoreCase());
    return of(any, arguments, values, texts, json);
  }

  private static IntPredicate of(
      Condition condition,
      Arguments arguments,
      List<String> values,
      TextArena texts,
      IntFunction<String> string) {
    List<Needle> needles = values.stream().map(Needle::new).toList();
    if (condition.ignoreCase()) {
      if (condition.operator().isOrder()) {
        throw arguments.refuseOperator(ACCEPTED_WITHOUT_CASE);
      }
      IntPredicate found =
          text -> {
            long start = texts.start(text);
            byte[] block = texts.block(start);
            int from = TextArena.offset(start);
            int length = texts.length(text, start);
            boolean ascii = Utf8.isAscii(block, from, length);
            String decoded = ascii ? "" : string.apply(text);
            for (Needle needle : needles) {
              if (ascii && needle.isAscii()
                  ? needle.isFoundFolded(condition.operator(), block, from, length)
                  : needle.isFoundFolded(
                      condition.operator(), ascii ? string.apply(text) : decoded)) {
                return true;
              }
            }
            return false;
          };
      return condition.operator().isNegative() ? found.negate() : found;
    }
    return switch (condition.operator()) {
      case CONTAINS, STARTS_WITH -> found(condition.operator(), needles.get(0), texts);
      case NOT_CONTAINS -> found(condition.operator(), needles.get(0), texts).negate();
      default ->
          Tests.of(
              condition.operator(),
              arguments,
              values.stream().map(Utf8::encode).toList(),
              Arrays::compareUnsigned,
              (text, bytes) -> compare(texts, text, bytes));
    };
  }

  private static IntPredicate found(Operator operator, Needle needle, TextArena texts) {
    return text -> {
      long start = texts.start(text);
      return needle.isFound(
          operator, texts.block(start), TextArena.offset(start), texts.length(text, start));
    };
  }

  private static int compare(TextArena texts, int text, byte[] other) {
    long start = texts.start(text);
    int from = TextArena.offset(start);
    return Arrays.compareUnsigned(
        texts.block(start), from, from + texts.length(text, start), other, 0, other.length);
  }
}
