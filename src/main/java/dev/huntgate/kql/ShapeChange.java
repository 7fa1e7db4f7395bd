package dev.huntgate.kql;

import java.util.Optional;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What an operator makes of the shape of the rows that come to it. */
final class ShapeChange extends KqlParserBaseVisitor<ResultShape> {

  private final ResultShape before;
  private final Constants constants;

  ShapeChange(ResultShape before, Constants constants) {
    this.before = before;
    this.constants = constants;
  }

  /* Most operators leave no more rows than came, and these of the same kind. */
  @Override
  public ResultShape visitChildren(RuleNode operator) {
    boolean source = operator instanceof KqlParser.SourceOperatorContext;
    return source && operator.getChildCount() > 0 ? visit(operator.getChild(0)) : before;
  }

  @Override
  public ResultShape visitTerminal(TerminalNode node) {
    return before;
  }

  @Override
  public ResultShape visitErrorNode(ErrorNode node) {
    return before;
  }

  @Override
  public ResultShape visitTakeOperator(KqlParser.TakeOperatorContext take) {
    return before.limited(number(take.expression()));
  }

  @Override
  public ResultShape visitTopOperator(KqlParser.TopOperatorContext top) {
    return before.limited(number(top.expression()));
  }

  @Override
  public ResultShape visitSampleOperator(KqlParser.SampleOperatorContext sample) {
    return before.limited(number(sample.expression()));
  }

  @Override
  public ResultShape visitSampleDistinctOperator(KqlParser.SampleDistinctOperatorContext sample) {
    return before.limited(number(sample.count));
  }

  @Override
  public ResultShape visitTopHittersOperator(KqlParser.TopHittersOperatorContext top) {
    return before.limited(number(top.count)).aggregated();
  }

  @Override
  public ResultShape visitCountOperator(KqlParser.CountOperatorContext count) {
    return before.one();
  }

  @Override
  public ResultShape visitSummarizeOperator(KqlParser.SummarizeOperatorContext summarize) {
    return summarize.groups == null ? before.one() : before.aggregated();
  }

  @Override
  public ResultShape visitMakeSeriesOperator(KqlParser.MakeSeriesOperatorContext series) {
    return series.columns() == null ? before.one() : before.aggregated();
  }

  @Override
  public ResultShape visitTopNestedOperator(KqlParser.TopNestedOperatorContext top) {
    return before.unlimited().aggregated();
  }

  @Override
  public ResultShape visitReduceOperator(KqlParser.ReduceOperatorContext reduce) {
    return before.aggregated();
  }

  @Override
  public ResultShape visitRenderOperator(KqlParser.RenderOperatorContext render) {
    return render.name() == null ? before : before.rendered(KqlNames.text(render.name()));
  }

  @Override
  public ResultShape visitEvaluateOperator(KqlParser.EvaluateOperatorContext evaluate) {
    boolean known = evaluate.call() != null && evaluate.call().name() != null;
    return switch (known ? KqlNames.text(evaluate.call().name()) : "") {
      case "pivot" -> before.aggregated();
      case "bag_unpack" -> before;
      default -> before.more();
    };
  }

  @Override
  public ResultShape visitPrintOperator(KqlParser.PrintOperatorContext print) {
    return before.limited(Optional.of(1L));
  }

  @Override
  public ResultShape visitDatatableOperator(KqlParser.DatatableOperatorContext table) {
    long columns = table.schema() == null ? 0 : table.schema().schemaColumn().size();
    return columns == 0 ? before : before.limited(Optional.of(table.expression().size() / columns));
  }

  @Override
  public ResultShape visitJoinOperator(KqlParser.JoinOperatorContext join) {
    boolean only =
        join.parameter().stream()
            .map(ParseTree::getText)
            .anyMatch(text -> text.matches("kind=(left)?(anti|semi|antisemi)"));
    return only ? before : before.unlimited();
  }

  @Override
  public ResultShape visitLookupOperator(KqlParser.LookupOperatorContext lookup) {
    return before.more();
  }

  @Override
  public ResultShape visitUnionOperator(KqlParser.UnionOperatorContext union) {
    return before.unlimited();
  }

  @Override
  public ResultShape visitMvExpandOperator(KqlParser.MvExpandOperatorContext expand) {
    return before.more();
  }

  @Override
  public ResultShape visitMvApplyOperator(KqlParser.MvApplyOperatorContext apply) {
    return before.more();
  }

  @Override
  public ResultShape visitPartitionOperator(KqlParser.PartitionOperatorContext partition) {
    return before.unlimited();
  }

  @Override
  public ResultShape visitScanOperator(KqlParser.ScanOperatorContext scan) {
    return before.unlimited();
  }

  @Override
  public ResultShape visitForkOperator(KqlParser.ForkOperatorContext fork) {
    return before.unlimited();
  }

  @Override
  public ResultShape visitFacetOperator(KqlParser.FacetOperatorContext facet) {
    return before.unlimited();
  }

  @Override
  public ResultShape visitInvokeOperator(KqlParser.InvokeOperatorContext invoke) {
    boolean addsColumns =
        invoke.path() != null
            && Trees.call(invoke.path())
                .filter(call -> KqlNames.text(call.name()).equals("FileProfile"))
                .isPresent();
    return addsColumns ? before : before.more();
  }

  @Override
  public ResultShape visitGetschemaOperator(KqlParser.GetschemaOperatorContext schema) {
    return before.more().aggregated();
  }

  @Override
  public ResultShape visitConsumeOperator(KqlParser.ConsumeOperatorContext consume) {
    return before.limited(Optional.of(0L));
  }

  @Override
  public ResultShape visitGraphOperator(KqlParser.GraphOperatorContext graph) {
    return before.unlimited();
  }

  @Override
  public ResultShape visitUnknownOperator(KqlParser.UnknownOperatorContext unknown) {
    return before.unlimited();
  }

  private Optional<Long> number(@Nullable ParseTree tree) {
    return tree == null ? Optional.empty() : constants.number(tree);
  }
}
