package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlParser;
import java.util.List;
import java.util.stream.Collectors;

/** The order of rows: descending unless said otherwise, with nulls as the least of all values. */
final class Ordering {

  private Ordering() {}

  static String clause(
      ExpressionTranslator expressions, List<KqlParser.OrderingContext> orderings) {
    return orderings.stream()
        .map(ordering -> key(expressions, ordering))
        .collect(Collectors.joining(", ", "ORDER BY ", ""));
  }

  private static String key(ExpressionTranslator expressions, KqlParser.OrderingContext ordering) {
    SqlValue value = expressions.visit(ordering.expression());
    boolean ascending = ordering.ASC() != null;
    boolean nullsFirst = ordering.nulls == null ? ascending : ordering.FIRST() != null;
    // An expression that SQL would take for the number of a column is kept from looking like one.
    return "("
        + value
        + ")"
        + (ascending ? " ASC" : " DESC")
        + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
  }
}
