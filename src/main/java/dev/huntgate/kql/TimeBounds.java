package dev.huntgate.kql;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * What conditions say of the time of the rows that pass them.
 *
 * @param from no earlier than this
 * @param to no later than this
 */
record TimeBounds(Optional<Instant> from, Optional<Instant> to) {

  static final TimeBounds NONE = new TimeBounds(Optional.empty(), Optional.empty());

  /** The columns that rows are stored by; a filter on them spares reading the others. */
  private static final Set<String> TIME_COLUMNS = Set.of("Timestamp", "TimeGenerated");

  /** Bounds that hold together: the later start, the earlier end. */
  TimeBounds and(TimeBounds other) {
    return new TimeBounds(
        either(from, other.from, BinaryOperator.maxBy(Comparator.naturalOrder())),
        either(to, other.to, BinaryOperator.minBy(Comparator.naturalOrder())));
  }

  /** Bounds of which one holds: the earlier start, and an end only if both have one. */
  TimeBounds or(TimeBounds other) {
    boolean open = to.isEmpty() || other.to.isEmpty();
    return new TimeBounds(
        either(from, other.from, BinaryOperator.minBy(Comparator.naturalOrder())),
        open
            ? Optional.empty()
            : either(to, other.to, BinaryOperator.maxBy(Comparator.naturalOrder())));
  }

  boolean isEmpty() {
    return from.isEmpty() && to.isEmpty();
  }

  private static Optional<Instant> either(
      Optional<Instant> one, Optional<Instant> other, BinaryOperator<Instant> choice) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(choice.apply(one.get(), other.get()))
        : one.or(() -> other);
  }

  /** Tells whether a value is made from the time that rows are stored by. */
  static boolean isTime(@Nullable ParseTree tree) {
    if (tree == null) {
      return false;
    }
    if (tree instanceof KqlParser.NameContext name) {
      return TIME_COLUMNS.contains(KqlNames.text(name));
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (isTime(tree.getChild(i))) {
        return true;
      }
    }
    return tree instanceof KqlParser.CallContext call
        && call.name() != null
        && KqlNames.text(call.name()).equals("ingestion_time");
  }
}
