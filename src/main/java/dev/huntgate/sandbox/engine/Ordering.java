package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of rows: descending unless said otherwise, with nulls as the least of all values.
 *
 * <p>Rows that the query leaves in any order come in the order of their first columns, so that the
 * same hunt finds the same rows again.
 */
final class Ordering {

  private static final int TIE_BREAKERS = 8;

  private Ordering() {}

  static String clause(
      ExpressionTranslator expressions,
      List<KqlParser.OrderingContext> orderings,
      Relation ordered) {
    Stream<String> keys = orderings.stream().map(ordering -> key(expressions, ordering));
    return Stream.concat(keys, tieBreakers(ordered))
        .collect(Collectors.joining(", ", "ORDER BY ", ""));
  }

  private static Stream<String> tieBreakers(Relation ordered) {
    return ordered.columns().stream().map(Relation.Column::id).limit(TIE_BREAKERS);
  }

  private static String key(ExpressionTranslator expressions, KqlParser.OrderingContext ordering) {
    SqlValue value = expressions.visit(ordering.expression());
    if (value.type() == KqlType.DYNAMIC) {
      throw Rejections.semantic("Rows cannot be ordered by a value of the 'dynamic' type.");
    }
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
