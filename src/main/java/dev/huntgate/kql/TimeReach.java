package dev.huntgate.kql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stretch of time that a query looks at, over all the tables it reads.
 *
 * <p>Where no table is filtered by the time its rows are stored by, a filter on another time that
 * lies within what upstream keeps has to do: it shows at least how recent the writer's interest is.
 */
final class TimeReach extends KqlParserBaseVisitor<Void> {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Constants constants;
  private final TimeConditions stored;
  private final TimeConditions others;
  private final Instant now;
  private TimeBounds frame = TimeBounds.NONE;
  private @Nullable TimeBounds all;
  private Optional<Instant> otherwise = Optional.empty();

  private TimeReach(Constants constants, Instant now) {
    this.constants = constants;
    this.stored = new TimeConditions(constants, TimeBounds::isTime);
    this.others = new TimeConditions(constants, tree -> !TimeBounds.isTime(tree));
    this.now = now;
  }

  static TimeWindow of(KqlParser.QueryContext query, Constants constants, Instant now) {
    TimeReach reach = new TimeReach(constants, now);
    reach.visit(query);
    return reach.all == null
        ? new TimeWindow(reach.otherwise, Optional.empty())
        : new TimeWindow(reach.all.from(), reach.all.to());
  }

  @Override
  public Void visitPipeline(KqlParser.PipelineContext pipeline) {
    if (Trees.isScalar(pipeline)) {
      return super.visitPipeline(pipeline);
    }
    TimeBounds outer = frame;
    frame = TimeBounds.NONE;
    super.visitPipeline(pipeline);
    if (frame.from().isPresent()) {
      all = all == null ? frame : all.or(frame);
    }
    frame = outer;
    return null;
  }

  @Override
  public Void visitWhereOperator(KqlParser.WhereOperatorContext where) {
    narrow(where.expression());
    return super.visitWhereOperator(where);
  }

  @Override
  public Void visitSearchOperator(KqlParser.SearchOperatorContext search) {
    narrow(search.expression());
    return super.visitSearchOperator(search);
  }

  @Override
  public Void visitFindOperator(KqlParser.FindOperatorContext find) {
    narrow(find.expression());
    return super.visitFindOperator(find);
  }

  @Override
  public Void visitMakeSeriesOperator(KqlParser.MakeSeriesOperatorContext series) {
    if (series.axis() != null && TimeBounds.isTime(series.axis())) {
      KqlParser.SeriesRangeContext range = series.seriesRange();
      boolean old = range == null && series.expression().size() == 3;
      frame =
          frame.and(
              new TimeBounds(
                  moment(old ? series.expression(0) : range == null ? null : range.from),
                  moment(old ? series.expression(1) : range == null ? null : range.to)));
    }
    return super.visitMakeSeriesOperator(series);
  }

  private Optional<Instant> moment(@Nullable ParseTree tree) {
    return tree == null ? Optional.empty() : constants.moment(tree);
  }

  private void narrow(@Nullable ParseTree condition) {
    if (condition == null) {
      return;
    }
    frame = frame.and(stored.of(condition));
    others
        .of(condition)
        .from()
        .filter(from -> !from.isAfter(now) && !from.isBefore(now.minus(KEPT)))
        .ifPresent(
            from ->
                otherwise =
                    otherwise
                        .map(
                            soFar ->
                                BinaryOperator.<Instant>minBy(Instant::compareTo)
                                    .apply(soFar, from))
                        .or(() -> Optional.of(from)));
  }
}
