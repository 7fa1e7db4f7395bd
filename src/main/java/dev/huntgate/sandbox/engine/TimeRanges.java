package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.time.Duration;
import java.util.List;

/** Lists of times in even steps, as {@code range(from, to, step)} makes them. */
final class TimeRanges {

  /** As many as upstream lets a list have. */
  private static final int MOST = 1_048_576;

  private TimeRanges() {}

  static SqlValue list(List<SqlValue> a) {
    SqlValue from = a.get(0);
    SqlValue to = a.get(1);
    SqlValue step =
        a.size() == 3
            ? a.get(2)
            : SqlValue.of(KqlType.TIMESPAN, Long.toString(Conversions.ticks(Duration.ofHours(1))));
    if (to.type() != from.type() || step.type() != KqlType.TIMESPAN) {
      throw Rejections.types("range", from, to, step);
    }
    boolean moments = from.type() == KqlType.DATETIME;
    SqlValue element =
        moments
            ? SqlValue.of(KqlType.DATETIME, "kql_plus(%s, i * %s)", from, step)
            : SqlValue.of(KqlType.TIMESPAN, "CAST(%s + i * %s AS BIGINT)", from, step);
    String distance =
        moments ? "(epoch_us(" + to + ") - epoch_us(" + from + ")) * 10" : to + " - " + from;
    return SqlValue.of(
        KqlType.DYNAMIC,
        // A number that is missing stays so: least() would pass over it.
        "to_json(list_transform(range(CAST(kql_least(floor(CAST(%s AS DOUBLE) / nullif(%s, 0)) + 1,"
            + " %s) AS BIGINT)), lambda i: %s))",
        distance,
        step,
        MOST,
        Conversions.text(element));
  }
}
