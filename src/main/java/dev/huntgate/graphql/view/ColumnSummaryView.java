package dev.huntgate.graphql.view;

import dev.huntgate.result.Summary;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import jakarta.json.JsonValue;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code ColumnSummary}. */
@Type("ColumnSummary")
@Description("What rows have in one column: enough to draw a chart of it.")
@DefaultNonNull
public record ColumnSummaryView(
    @Description("The column.") ColumnView column,
    @Description("How many rows there are.") int rowCount,
    @Description("How many of them have no value.") int nullCount,
    @Description("How many different values there are, null not counted.") int distinctCount,
    @Description("The smallest value; null when there is none.") @Nullable JsonValue min,
    @Description("The largest value; null when there is none.") @Nullable JsonValue max,
    @Description("The most frequent values, the most frequent first; null is not one of them.")
        List<@NonNull ValueCountView> top) {

  /** The view of a summary. */
  public static ColumnSummaryView of(Summary summary) {
    return new ColumnSummaryView(
        ColumnView.of(summary.column()),
        summary.rowCount(),
        summary.nullCount(),
        summary.distinctCount(),
        summary.min() == null ? null : ValueCountView.json(summary.min()),
        summary.max() == null ? null : ValueCountView.json(summary.max()),
        summary.top().stream().map(ValueCountView::of).toList());
  }
}
