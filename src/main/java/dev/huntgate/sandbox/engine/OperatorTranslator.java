package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** Turns a pipeline into SQL, one operator around the other. */
final class OperatorTranslator extends KqlParserBaseVisitor<Relation> {

  static final int LONGEST_SQL = 2_000_000;

  private final Translation translation;
  private Relation current = Relation.NONE;
  private String sourceName = "union_arg0";

  OperatorTranslator(Translation translation) {
    this.translation = translation;
  }

  Relation relation(KqlParser.PipelineContext pipeline) {
    String operator =
        pipeline.operator().isEmpty() ? "" : pipeline.operator(0).getStart().getText();
    translation.countOperator();
    sourceName = KqlNames.only(pipeline.source()).orElse(sourceName);
    return after(Sources.relation(translation, operator, pipeline.source()), pipeline.operator());
  }

  /** Puts operators behind a table. */
  Relation after(Relation start, List<KqlParser.OperatorContext> operators) {
    current = start;
    for (KqlParser.OperatorContext each : operators) {
      translation.countOperator();
      current = visit(each);
      if (current.sql().length() > LONGEST_SQL) {
        throw Rejections.semantic("The query is too complex.");
      }
    }
    return current;
  }

  private ExpressionTranslator expressions(String operator) {
    return new ExpressionTranslator(translation, Scope.of(operator, current));
  }

  private ExpressionTranslator expressions(String operator, Layer layer) {
    return new ExpressionTranslator(translation, Scope.over(operator, layer));
  }

  @Override
  public Relation visitWhereOperator(KqlParser.WhereOperatorContext where) {
    Layer layer = new Layer(translation, current);
    SqlValue condition =
        expressions(where.getStart().getText(), layer).condition(where.expression());
    return layer.relation().narrowed("WHERE " + condition);
  }

  @Override
  public Relation visitExtendOperator(KqlParser.ExtendOperatorContext extend) {
    return extended("extend", extend.columns());
  }

  @Override
  public Relation visitSerializeOperator(KqlParser.SerializeOperatorContext serialize) {
    current = current.inOrder();
    return serialize.columns() == null ? current : extended("serialize", serialize.columns());
  }

  private Relation extended(String operator, KqlParser.ColumnsContext columns) {
    Layer layer = new Layer(translation, current);
    SelectList items = SelectList.all(translation, current);
    ExpressionTranslator expressions = expressions(operator, layer);
    for (KqlParser.ColumnContext column : columns.column()) {
      SqlValue value = expressions.visit(column.expression());
      Projections.requireOneName(column);
      Optional<String> name =
          column.name() == null
              ? ColumnNames.of(column.expression())
              : Optional.of(KqlNames.text(column.name()));
      name.ifPresentOrElse(known -> items.replace(known, value), () -> items.addUnnamed(value));
    }
    return items.over(layer.relation());
  }

  @Override
  public Relation visitProjectOperator(KqlParser.ProjectOperatorContext project) {
    Layer layer = new Layer(translation, current);
    return Projections.of(translation, expressions("project", layer), layer, project.columns());
  }

  @Override
  public Relation visitProjectAwayOperator(KqlParser.ProjectAwayOperatorContext away) {
    return Projections.kept(translation, "project-away", current, away.columnPatterns(), false);
  }

  @Override
  public Relation visitProjectKeepOperator(KqlParser.ProjectKeepOperatorContext keep) {
    return Projections.kept(translation, "project-keep", current, keep.columnPatterns(), true);
  }

  @Override
  public Relation visitProjectRenameOperator(KqlParser.ProjectRenameOperatorContext rename) {
    return Projections.renamed(translation, current, rename.renaming());
  }

  @Override
  public Relation visitProjectReorderOperator(KqlParser.ProjectReorderOperatorContext reorder) {
    return Reordering.of(translation, current, reorder.reordering());
  }

  @Override
  public Relation visitSummarizeOperator(KqlParser.SummarizeOperatorContext summarize) {
    return new SummarizeTranslator(translation, current).relation(summarize);
  }

  @Override
  public Relation visitTopOperator(KqlParser.TopOperatorContext top) {
    Relation sorted =
        current.narrowed(Ordering.clause(expressions("top"), top.ordering(), current)).inOrder();
    return RowCuts.first(translation, sorted, "top", top.expression());
  }

  @Override
  public Relation visitSortOperator(KqlParser.SortOperatorContext sort) {
    return current
        .narrowed(Ordering.clause(expressions(sort.getStart().getText()), sort.ordering(), current))
        .inOrder();
  }

  @Override
  public Relation visitTakeOperator(KqlParser.TakeOperatorContext take) {
    return RowCuts.first(translation, current, take.getStart().getText(), take.expression());
  }

  @Override
  public Relation visitSampleOperator(KqlParser.SampleOperatorContext sample) {
    Relation shuffled = current.narrowed("ORDER BY random()").inAnyOrder();
    return RowCuts.first(translation, shuffled, "sample", sample.expression());
  }

  @Override
  public Relation visitSampleDistinctOperator(KqlParser.SampleDistinctOperatorContext sample) {
    SqlValue value = expressions("sample-distinct").visit(sample.of);
    SummarizeTranslator.requireGroupable(value);
    SelectList items = new SelectList(translation);
    items.add(ColumnNames.of(sample.of).orElse("Column1"), value);
    Relation distinct = distinct(items.over(current));
    return RowCuts.first(translation, distinct, "sample-distinct", sample.count);
  }

  @Override
  public Relation visitCountOperator(KqlParser.CountOperatorContext count) {
    SelectList items = new SelectList(translation);
    String name = count.AS() == null ? "Count" : KqlNames.text(count.name());
    items.add(name, SqlValue.of(KqlType.LONG, "count(*)"));
    Relation counted = items.over(current.inAnyOrder());
    return current.carried().isEmpty()
        ? counted
        : counted.with(counted.sql() + " GROUP BY " + String.join(", ", current.carried()));
  }

  @Override
  public Relation visitDistinctOperator(KqlParser.DistinctOperatorContext distinct) {
    Layer layer = new Layer(translation, current);
    return distinct(
        distinct.STAR() == null
            ? Projections.of(translation, expressions("distinct"), layer, distinct.columns())
            : current);
  }

  private static Relation distinct(Relation chosen) {
    chosen.columns().forEach(column -> SummarizeTranslator.requireGroupable(column.value()));
    String distinctRows = chosen.select("DISTINCT " + chosen.ids());
    return chosen.with(distinctRows + " ORDER BY ALL").inAnyOrder();
  }

  @Override
  public Relation visitJoinOperator(KqlParser.JoinOperatorContext join) {
    return new JoinTranslator(translation, "join", current)
        .join(join.parameter(), join.path(), join.joinCondition());
  }

  @Override
  public Relation visitLookupOperator(KqlParser.LookupOperatorContext lookup) {
    return new JoinTranslator(translation, "lookup", current)
        .lookup(lookup.parameter(), lookup.path(), lookup.joinCondition());
  }

  @Override
  public Relation visitUnionOperator(KqlParser.UnionOperatorContext union) {
    return UnionTranslator.of(translation, current, union);
  }

  @Override
  public Relation visitMvExpandOperator(KqlParser.MvExpandOperatorContext expand) {
    return new Expansion(translation, "mv-expand", current)
        .expanded(expand.expandParameter(), expand.expandColumn(), expand.expression());
  }

  @Override
  public Relation visitMvApplyOperator(KqlParser.MvApplyOperatorContext apply) {
    return Applying.each(translation, current, apply);
  }

  @Override
  public Relation visitPartitionOperator(KqlParser.PartitionOperatorContext partition) {
    return Applying.parts(translation, current, partition);
  }

  @Override
  public Relation visitParseOperator(KqlParser.ParseOperatorContext parse) {
    return new ParseTranslator(translation, current).parsed(parse);
  }

  @Override
  public Relation visitParseKvOperator(KqlParser.ParseKvOperatorContext parse) {
    return ParseKv.of(translation, current, parse);
  }

  @Override
  public Relation visitMakeSeriesOperator(KqlParser.MakeSeriesOperatorContext series) {
    return new SeriesTranslator(translation, current).series(series);
  }

  @Override
  public Relation visitEvaluateOperator(KqlParser.EvaluateOperatorContext evaluate) {
    return Plugins.evaluated(translation, current, evaluate);
  }

  @Override
  public Relation visitInvokeOperator(KqlParser.InvokeOperatorContext invoke) {
    return TableFunctions.invoked(translation, current, invoke);
  }

  @Override
  public Relation visitSearchOperator(KqlParser.SearchOperatorContext search) {
    return SearchTranslator.search(
        translation, new UnionTranslator.Leg(sourceName, current), search);
  }

  @Override
  public Relation visitRenderOperator(KqlParser.RenderOperatorContext render) {
    return current;
  }

  @Override
  public Relation visitAsOperator(KqlParser.AsOperatorContext as) {
    String name = KqlNames.text(as.name());
    translation.let(name, current);
    return translation.table(name).orElseThrow(() -> Rejections.unresolved("as", name));
  }

  @Override
  public Relation visitGetschemaOperator(KqlParser.GetschemaOperatorContext getschema) {
    return RowCuts.schema(translation, current);
  }

  @Override
  public Relation visitOperator(KqlParser.OperatorContext operator) {
    Operators.requireSupported(operator.getStart().getText());
    ParserRuleContext inner = (ParserRuleContext) operator.getChild(0);
    if (!current.carried().isEmpty()) {
      Operators.requireInParts(operator.getStart().getText());
    }
    return visit(inner);
  }

  /** Comes to every operator that has no translation above. */
  @Override
  public Relation visitChildren(RuleNode operator) {
    throw Rejections.unknownOperator(
        ((ParserRuleContext) operator.getRuleContext()).getStart().getText());
  }
}
