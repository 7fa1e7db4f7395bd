package dev.huntgate.kql;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Advice on operators: those that cost more than they must, and those that do not do here what they
 * do elsewhere.
 *
 * <p>The costs are those that the documentation of advanced hunting and Kusto names as such.
 */
final class OperatorAdvice extends KqlParserBaseVisitor<Void> {

  private final HuntingSchema schema;
  private final Findings findings;

  OperatorAdvice(HuntingSchema schema, Findings findings) {
    this.schema = schema;
    this.findings = findings;
  }

  @Override
  public Void visitSearchOperator(KqlParser.SearchOperatorContext search) {
    if (search.IN() == null && search.getParent() instanceof KqlParser.SourceOperatorContext) {
      everything(search.getStart(), "search in (DeviceEvents, EmailEvents) ...");
    }
    return super.visitSearchOperator(search);
  }

  @Override
  public Void visitFindOperator(KqlParser.FindOperatorContext find) {
    if (find.IN() == null) {
      everything(find.getStart(), "find in (DeviceEvents, EmailEvents) where ...");
    }
    return super.visitFindOperator(find);
  }

  @Override
  public Void visitTablePattern(KqlParser.TablePatternContext pattern) {
    if (pattern.tableWildcard().getText().equals(TablesUsed.ALL)) {
      everything(pattern.getStart(), "union DeviceEvents, EmailEvents");
    }
    return super.visitTablePattern(pattern);
  }

  private void everything(Token where, String instead) {
    findings.warning(
        where, "This reads every table of the tenant. Name those you need: " + instead);
  }

  @Override
  public Void visitExternaldataOperator(KqlParser.ExternaldataOperatorContext external) {
    findings.error(
        external.getStart(),
        "Hunts over the API cannot read external data: put the values into the query, as a"
            + " datatable or a list.");
    return super.visitExternaldataOperator(external);
  }

  @Override
  public Void visitUnknownOperator(KqlParser.UnknownOperatorContext unknown) {
    String name = unknown.operatorName().getText();
    String meant =
        Spelling.nearest(name, OperatorNames.ALL)
            .map(near -> " Did you mean '" + near + "'?")
            .orElse("");
    findings.warning(unknown.getStart(), "No operator '" + name + "' is known." + meant);
    return null;
  }

  @Override
  public Void visitRenderOperator(KqlParser.RenderOperatorContext render) {
    findings.advice(
        "render", render.getStart(), "A chart is drawn by the portal only; here come the rows.");
    return super.visitRenderOperator(render);
  }

  @Override
  public Void visitPipeline(KqlParser.PipelineContext pipeline) {
    List<KqlParser.OperatorContext> operators = pipeline.operator();
    // What a query made itself may be small already.
    boolean made = !startsWithTable(pipeline);
    boolean narrowed = made;
    boolean filtered = made;
    for (int i = 0; i < operators.size(); i++) {
      KqlParser.OperatorContext operator = operators.get(i);
      if (operator.joinOperator() != null) {
        join(operator.joinOperator(), narrowed, filtered);
      }
      if (operator.sortOperator() != null
          && i + 1 < operators.size()
          && operators.get(i + 1).takeOperator() != null) {
        findings.advice(
            "top", operator.getStart(), "Sorting only to take the first rows: write top 10 by ...");
      }
      narrowed |= choosesColumns(operator);
      filtered |= operator.whereOperator() != null || operator.summarizeOperator() != null;
    }
    return super.visitPipeline(pipeline);
  }

  private boolean startsWithTable(KqlParser.PipelineContext pipeline) {
    return pipeline.source() != null
        && Trees.name(pipeline.source()).flatMap(schema::table).isPresent();
  }

  private static boolean choosesColumns(KqlParser.OperatorContext operator) {
    return operator.projectOperator() != null
        || operator.projectKeepOperator() != null
        || operator.projectAwayOperator() != null
        || operator.summarizeOperator() != null
        || operator.distinctOperator() != null;
  }

  private void join(KqlParser.JoinOperatorContext join, boolean narrowed, boolean filtered) {
    boolean hasKind =
        join.parameter().stream().map(ParseTree::getText).anyMatch(p -> p.startsWith("kind="));
    if (!hasKind) {
      findings.warning(
          join.getStart(),
          "A join without a kind keeps one row of the left for each key (innerunique): write"
              + " kind=inner, or the kind you mean.");
    }
    KqlParser.PipelineContext right = Trees.innerPipeline(join.path());
    if (!filtered
        && right != null
        && right.operator().stream().anyMatch(o -> o.whereOperator() != null)) {
      findings.advice(
          "join sides",
          join.getStart(),
          "The table on the left is not filtered: put the smaller one on the left, or filter it.");
    }
    if (!narrowed) {
      findings.advice(
          "project early",
          join.getStart(),
          "Project the columns you need before you join: all others are carried along.");
    }
  }
}
