package dev.huntgate.kql;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads off conditions what they say of time. */
final class TimeConditions {

  private final Constants constants;
  private final Predicate<ParseTree> columns;

  /**
   * @param columns tells which values the conditions are about
   */
  TimeConditions(Constants constants, Predicate<ParseTree> columns) {
    this.constants = constants;
    this.columns = columns;
  }

  TimeBounds of(ParseTree condition) {
    ParseTree inner = Trees.inner(condition);
    if (inner instanceof KqlParser.ExpressionContext either) {
      return either.conjunction().stream()
          .map(this::of)
          .reduce(TimeBounds::or)
          .orElse(TimeBounds.NONE);
    }
    if (inner instanceof KqlParser.ConjunctionContext all) {
      return all.comparison().stream()
          .map(this::of)
          .reduce(TimeBounds::and)
          .orElse(TimeBounds.NONE);
    }
    if (inner instanceof KqlParser.ComparisonContext comparison) {
      return comparison.test() instanceof KqlParser.BetweenTestContext between
          ? between(comparison.relation(), between)
          : TimeBounds.NONE;
    }
    return inner instanceof KqlParser.RelationContext relation && relation.sum().size() == 2
        ? relation(relation)
        : TimeBounds.NONE;
  }

  private TimeBounds between(ParseTree value, KqlParser.BetweenTestContext test) {
    if (test.BETWEEN().getText().startsWith("!") || !columns.test(value) || test.from == null) {
      return TimeBounds.NONE;
    }
    Optional<Instant> from = constants.moment(test.from);
    Optional<Instant> to =
        test.to == null
            ? Optional.empty()
            : constants
                .moment(test.to)
                .or(() -> from.flatMap(start -> constants.span(test.to).map(start::plus)));
    return new TimeBounds(from, to);
  }

  private TimeBounds relation(KqlParser.RelationContext relation) {
    boolean less = relation.LESS() != null || relation.LESS_EQUAL() != null;
    ParseTree left = relation.sum(0);
    ParseTree right = relation.sum(1);
    TimeBounds direct = compared(left, right, less);
    return direct.isEmpty() ? compared(right, left, !less) : direct;
  }

  private TimeBounds compared(ParseTree value, ParseTree other, boolean less) {
    Optional<Instant> limit = constants.moment(other);
    if (limit.isPresent() && columns.test(value) && constants.moment(value).isEmpty()) {
      return bound(limit, less);
    }
    // How old a row is: now() - Timestamp < 7d
    if (Trees.inner(value) instanceof KqlParser.SumContext age
        && age.product().size() == 2
        && age.MINUS().size() == 1
        && columns.test(age.product(1))) {
      return bound(
          constants
              .moment(age.product(0))
              .flatMap(moment -> constants.span(other).map(moment::minus)),
          !less);
    }
    return TimeBounds.NONE;
  }

  private static TimeBounds bound(Optional<Instant> limit, boolean less) {
    return less ? new TimeBounds(Optional.empty(), limit) : new TimeBounds(limit, Optional.empty());
  }
}
