package dev.huntgate.kql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Advice on filtering by time first.
 *
 * <p>Rows are stored by time, so a filter on it spares reading all others; the documentation of
 * both advanced hunting and Kusto names it before everything else.
 */
final class TimeAdvice extends KqlParserBaseVisitor<Void> {

  private final HuntingSchema schema;
  private final TimeConditions conditions;
  private final Findings findings;
  private final Set<String> filteredByName;
  private boolean filteredLater;

  TimeAdvice(
      KqlParser.QueryContext query, HuntingSchema schema, Constants constants, Findings findings) {
    this.schema = schema;
    this.conditions = new TimeConditions(constants, TimeBounds::isTime);
    this.findings = findings;
    this.filteredByName = filteredByName(query);
  }

  @Override
  public Void visitPipeline(KqlParser.PipelineContext pipeline) {
    if (!pipeline.operator().isEmpty()
        && pipeline.source() instanceof KqlParser.PlainSourceContext) {
      Trees.name(pipeline.source())
          .flatMap(schema::table)
          .filter(table -> table.has("Timestamp") && !isSnapshot(table))
          .ifPresent(table -> advise(table, pipeline));
    }
    boolean outer = filteredLater;
    filteredLater |=
        pipeline.source() instanceof KqlParser.OperatorSourceContext
            && pipeline.operator().stream().anyMatch(this::filtersByTime);
    super.visitPipeline(pipeline);
    filteredLater = outer;
    return null;
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    boolean outer = filteredLater;
    filteredLater |= filteredByName.contains(KqlNames.text(let.name()));
    super.visitLetStatement(let);
    filteredLater = outer;
    return null;
  }

  /** Its rows are the state of things today, whatever their time. */
  private static boolean isSnapshot(HuntingSchema.Table table) {
    return table.name().startsWith("DeviceTvm") || table.name().startsWith("DeviceBaseline");
  }

  private void advise(HuntingSchema.Table table, KqlParser.PipelineContext pipeline) {
    List<KqlParser.OperatorContext> operators = pipeline.operator();
    Optional<KqlParser.OperatorContext> filter =
        operators.stream().filter(this::filtersByTime).findFirst();
    if (filter.isEmpty() && !filteredLater) {
      findings.advice(
          "no time",
          pipeline.getStart(),
          table.name()
              + " is read in all its 30 days: begin with | where Timestamp > ago(1d), or how far"
              + " you need.");
    } else if (filter.isPresent() && operators.indexOf(filter.get()) > 0) {
      findings.advice(
          "late time",
          filter.get().getStart(),
          "Filter by time first, right after the table: rows are stored by it.");
    }
  }

  /** Tables that the query names first and filters by time where it uses them. */
  private Set<String> filteredByName(KqlParser.QueryContext query) {
    Set<String> names = new HashSet<>();
    new KqlParserBaseVisitor<Void>() {
      @Override
      public Void visitPipeline(KqlParser.PipelineContext pipeline) {
        if (pipeline.operator().stream().anyMatch(TimeAdvice.this::filtersByTime)) {
          Trees.name(pipeline.source()).ifPresent(names::add);
        }
        return super.visitPipeline(pipeline);
      }
    }.visit(query);
    return names;
  }

  private boolean filtersByTime(KqlParser.OperatorContext operator) {
    if (operator.makeSeriesOperator() != null) {
      KqlParser.MakeSeriesOperatorContext series = operator.makeSeriesOperator();
      return series.IN() != null
          || (series.seriesRange() != null && series.seriesRange().from != null);
    }
    return operator.whereOperator() != null
        && !conditions.of(operator.whereOperator().expression()).isEmpty();
  }
}
