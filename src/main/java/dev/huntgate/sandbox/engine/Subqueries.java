package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;

/** Queries that stand where a value does; only their first column counts. */
final class Subqueries {

  private Subqueries() {}

  static SqlValue scalar(Translation translation, KqlParser.PipelineContext query) {
    Relation relation = new OperatorTranslator(translation).relation(query);
    Relation.Column first = relation.columns().get(0);
    String sql = "(" + relation.select(first.id()) + " LIMIT 1)";
    return first.type() == KqlType.STRING
        ? SqlValue.of(KqlType.STRING, "coalesce(" + sql + ", '')")
        : SqlValue.of(first.type(), sql);
  }

  /** Returns the values of the first column as one dynamic array. */
  static SqlValue list(Translation translation, KqlParser.PipelineContext query) {
    Relation relation = new OperatorTranslator(translation).relation(query);
    String text = Conversions.text(relation.columns().get(0).value()).sql();
    return SqlValue.of(
        KqlType.DYNAMIC,
        "(" + relation.select("to_json(coalesce(list(DISTINCT " + text + "), []))") + ")");
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
