package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import dev.huntgate.kql.KqlType;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;

/** Turns a pipeline into SQL, one operator around the other. */
final class OperatorTranslator extends KqlParserBaseVisitor<Relation> {

  private static final int LONGEST_SQL = 1_000_000;

  private final Translation translation;
  private Relation current = Relation.NONE;

  OperatorTranslator(Translation translation) {
    this.translation = translation;
  }

  Relation relation(KqlParser.PipelineContext pipeline) {
    String operator =
        pipeline.operator().isEmpty() ? "" : pipeline.operator(0).getStart().getText();
    current = source(operator, pipeline.source());
    for (KqlParser.OperatorContext each : pipeline.operator()) {
      translation.countOperator();
      current = visit(each);
      if (current.sql().length() > LONGEST_SQL) {
        throw Rejections.semantic("The query is too complex.");
      }
    }
    return current;
  }

  private Relation source(String operator, KqlParser.SourceContext source) {
    if (source instanceof KqlParser.OperatorSourceContext unknown) {
      throw Rejections.unknownOperator(unknown.getStart().getText());
    }
    ParseTree inner = source;
    while (inner.getChildCount() == 1 && !(inner instanceof KqlParser.NameContext)) {
      inner = inner.getChild(0);
    }
    if (inner instanceof KqlParser.NestedPrimaryContext nested) {
      return new OperatorTranslator(translation).relation(nested.pipeline());
    }
    String name = KqlNames.only(inner).orElse(source.getText());
    return translation.table(name).orElseThrow(() -> Rejections.unresolved(operator, name));
  }

  private ExpressionTranslator expressions(String operator) {
    return new ExpressionTranslator(translation, Scope.of(operator, current));
  }

  @Override
  public Relation visitWhereOperator(KqlParser.WhereOperatorContext where) {
    SqlValue condition = expressions(where.getStart().getText()).condition(where.expression());
    return current.narrowed("WHERE " + condition);
  }

  @Override
  public Relation visitExtendOperator(KqlParser.ExtendOperatorContext extend) {
    SelectList items = new SelectList(translation);
    current.columns().forEach(column -> items.add(column.name(), column.value()));
    ExpressionTranslator expressions = expressions("extend");
    for (KqlParser.ColumnContext column : extend.columns().column()) {
      SqlValue value = expressions.visit(column.expression());
      if (column.name() == null) {
        Projections.addUnnamed(items, column, value);
      } else {
        items.replace(KqlNames.text(column.name()), value);
      }
    }
    return items.over(current);
  }

  @Override
  public Relation visitProjectOperator(KqlParser.ProjectOperatorContext project) {
    return Projections.of(translation, expressions("project"), current, project.columns());
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
  public Relation visitSummarizeOperator(KqlParser.SummarizeOperatorContext summarize) {
    return new SummarizeTranslator(translation, current).relation(summarize);
  }

  @Override
  public Relation visitTopOperator(KqlParser.TopOperatorContext top) {
    String order = Ordering.clause(expressions("top"), top.ordering(), current);
    return current.narrowed(order + " " + limit("top", top.expression()));
  }

  @Override
  public Relation visitSortOperator(KqlParser.SortOperatorContext sort) {
    return current.narrowed(
        Ordering.clause(expressions(sort.getStart().getText()), sort.ordering(), current));
  }

  @Override
  public Relation visitTakeOperator(KqlParser.TakeOperatorContext take) {
    return current.narrowed(limit(take.getStart().getText(), take.expression()));
  }

  private String limit(String operator, KqlParser.ExpressionContext count) {
    SqlValue rows =
        new ExpressionTranslator(translation, Scope.of(operator, Relation.NONE)).visit(count);
    if (!rows.isWhole()) {
      throw Rejections.types(operator, rows);
    }
    return "LIMIT greatest(" + rows + ", 0)";
  }

  @Override
  public Relation visitCountOperator(KqlParser.CountOperatorContext count) {
    if (count.AS() != null) {
      throw Rejections.semantic("The sandbox does not know 'count as'.");
    }
    SelectList items = new SelectList(translation);
    items.add("Count", SqlValue.of(KqlType.LONG, "count(*)"));
    return items.over(current);
  }

  @Override
  public Relation visitDistinctOperator(KqlParser.DistinctOperatorContext distinct) {
    Relation chosen =
        distinct.STAR() == null
            ? Projections.of(translation, expressions("distinct"), current, distinct.columns())
            : current;
    chosen.columns().forEach(column -> SummarizeTranslator.requireGroupable(column.value()));
    String distinctRows = chosen.select("DISTINCT " + chosen.ids());
    return new Relation(distinctRows + " ORDER BY ALL", chosen.columns());
  }

  @Override
  public Relation visitOperator(KqlParser.OperatorContext operator) {
    return visit(operator.getChild(0));
  }

  /** Comes to every operator that has no translation above. */
  @Override
  public Relation visitChildren(RuleNode operator) {
    throw Rejections.unknownOperator(
        ((ParserRuleContext) operator.getRuleContext()).getStart().getText());
  }
}
