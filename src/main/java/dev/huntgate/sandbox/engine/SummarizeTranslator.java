package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** Turns {@code summarize} into SQL. */
final class SummarizeTranslator {

  private final Translation translation;
  private final Layer layer;
  private final SelectList items;
  private final List<String> groups = new ArrayList<>();

  SummarizeTranslator(Translation translation, Relation input) {
    this.translation = translation;
    this.layer = new Layer(translation, input);
    this.items = new SelectList(translation);
  }

  Relation relation(KqlParser.SummarizeOperatorContext summarize) {
    Relation input = layer.relation();
    ExpressionTranslator keys = new ExpressionTranslator(translation, Scope.of("summarize", input));
    List<String> keyNames = new ArrayList<>();
    if (summarize.groups != null) {
      for (KqlParser.ColumnContext column : summarize.groups.column()) {
        SqlValue key = keys.visit(column.expression());
        requireGroupable(key);
        groups.add("(" + key + ")");
        ColumnNames.of(column.expression()).ifPresent(keyNames::add);
        Projections.add(items, column, key);
      }
    }
    if (summarize.aggregates != null) {
      summarize.aggregates.column().forEach(column -> aggregate(column, keyNames));
    } else if (groups.isEmpty()) {
      throw Rejections.semantic("'summarize' operator: nothing to summarize.");
    }
    groups.addAll(layer.relation().carried());
    Relation flat = items.over(picked(summarize, keyNames)).inAnyOrder();
    if (groups.isEmpty()) {
      return flat;
    }
    String by = String.join(", ", groups);
    return flat.with(flat.sql() + " GROUP BY " + by + " ORDER BY " + by);
  }

  /* A filter for one aggregate would take rows from another. */
  private Relation picked(KqlParser.SummarizeOperatorContext summarize, List<String> keyNames) {
    if (summarize.aggregates == null || summarize.aggregates.column().size() != 1) {
      return layer.relation();
    }
    return call(summarize.aggregates.column(0).expression())
        .filter(RowAggregates::picksExtreme)
        .map(one -> new RowAggregates(translation, layer, keyNames).extremes(one, groups))
        .orElseGet(layer::relation);
  }

  static void requireGroupable(SqlValue key) {
    if (key.type() == KqlType.DYNAMIC) {
      throw Rejections.semantic(
          "A group key is of the 'dynamic' type. Use an explicit cast such as tostring().");
    }
  }

  private void aggregate(KqlParser.ColumnContext column, List<String> keyNames) {
    Optional<KqlParser.CallContext> whole =
        call(column.expression()).filter(RowAggregates::givesColumns);
    if (whole.isPresent()) {
      new RowAggregates(translation, layer, keyNames).add(items, whole.get(), names(column));
      return;
    }
    Scope scope = Scope.aggregating("summarize", layer);
    SqlValue value = new ExpressionTranslator(translation, scope).visit(column.expression());
    Projections.add(items, column, value);
  }

  private static List<String> names(KqlParser.ColumnContext column) {
    if (column.nameList() != null) {
      return column.nameList().name().stream().map(KqlNames::text).toList();
    }
    return column.name() == null ? List.of() : List.of(KqlNames.text(column.name()));
  }

  private static Optional<KqlParser.CallContext> call(ParseTree expression) {
    ParseTree inner = expression;
    while (inner.getChildCount() == 1 && !(inner instanceof KqlParser.CallContext)) {
      inner = inner.getChild(0);
    }
    return inner instanceof KqlParser.CallContext call ? Optional.of(call) : Optional.empty();
  }
}
