package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import org.antlr.v4.runtime.tree.ParseTree;

/** Queries that stand where a value does; only their first column counts. */
final class Subqueries {

  private Subqueries() {}

  /** Tells whether a pipeline has operators, at its top or behind brackets of its own. */
  static boolean isQuery(KqlParser.PipelineContext pipeline) {
    if (!pipeline.operator().isEmpty()) {
      return true;
    }
    ParseTree inner = pipeline.source();
    while (inner.getChildCount() == 1) {
      inner = inner.getChild(0);
    }
    return inner instanceof KqlParser.NestedPrimaryContext nested && isQuery(nested.pipeline());
  }

  static SqlValue scalar(Translation translation, KqlParser.PipelineContext query) {
    Relation relation = new OperatorTranslator(translation).relation(query);
    Relation.Column first = relation.columns().get(0);
    String sql = "(" + relation.select(first.id()) + " LIMIT 1)";
    return first.type() == KqlType.STRING
        ? SqlValue.of(KqlType.STRING, "coalesce(" + sql + ", '')")
        : SqlValue.of(first.type(), sql);
  }

  static SqlValue contains(
      Translation translation, SqlValue value, KqlParser.PipelineContext query, boolean folds) {
    Relation relation = new OperatorTranslator(translation).relation(query);
    Relation.Column first = relation.columns().get(0);
    if (folds) {
      return SqlValue.of(
          KqlType.BOOL,
          "(lower(%s) IN (%s))",
          Conversions.text(value),
          relation.select("lower(" + Conversions.text(first.value()) + ")"));
    }
    boolean alike = value.type() == first.type() && value.type() != KqlType.DYNAMIC;
    return SqlValue.of(
        KqlType.BOOL,
        "coalesce(%s IN (%s), false)",
        alike ? value : Conversions.text(value),
        relation.select(alike ? first.id() : Conversions.text(first.value()).sql()));
  }
}
