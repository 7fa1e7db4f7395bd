package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tests of all columns of a row at once, which a star stands for: text, numbers and dynamics. */
final class AnyColumn {

  private static final Set<KqlType> NOT_SEARCHED =
      EnumSet.of(KqlType.BOOL, KqlType.DATETIME, KqlType.TIMESPAN);

  private AnyColumn() {}

  /** Tells whether any column passes a test; one that cannot be tested so does not. */
  static SqlValue test(Scope scope, Function<SqlValue, SqlValue> test) {
    List<SqlValue> tests = new ArrayList<>();
    for (Relation.Column column : scope.relation().columns()) {
      if (NOT_SEARCHED.contains(column.type())) {
        continue;
      }
      tests.add(test.apply(Conversions.text(column.value())));
    }
    if (tests.isEmpty()) {
      throw Rejections.unresolved(scope.operator(), "*");
    }
    return Comparisons.any(tests);
  }

  /** Tells whether any column has a term, by one look at all of them. */
  static SqlValue has(Scope scope, SqlValue wanted) {
    String texts =
        scope.relation().columns().stream()
            .filter(column -> !NOT_SEARCHED.contains(column.type()))
            .map(column -> Conversions.text(column.value()).sql())
            .collect(Collectors.joining(", "));
    if (texts.isEmpty()) {
      throw Rejections.unresolved(scope.operator(), "*");
    }
    // A line break is part of no term, so that none is found across two columns.
    SqlValue all = SqlValue.of(KqlType.STRING, "concat_ws(chr(10), %s)", texts);
    return term(scope, all, wanted);
  }

  /** Looks for a term, at whose ends a star stands for any letters. */
  static SqlValue term(Scope scope, SqlValue value, SqlValue wanted) {
    String term = scope.operator().startsWith("search") ? wanted.literal().orElse("") : "";
    if (term.isEmpty()) {
      return TextTests.apply("has", value, wanted);
    }
    if (term.equals("*")) {
      return SqlValue.of(KqlType.BOOL, "true");
    }
    boolean open = term.startsWith("*");
    boolean ends = term.endsWith("*");
    String bare = term.substring(open ? 1 : 0, term.length() - (ends ? 1 : 0));
    String operator = open && ends ? "contains" : open ? "hassuffix" : ends ? "hasprefix" : "has";
    SqlValue text = value.isText() ? value : Conversions.text(value);
    return TextTests.apply(
        scope.operator().endsWith("_cs") ? operator + "_cs" : operator,
        text,
        SqlValue.string(bare));
  }
}
