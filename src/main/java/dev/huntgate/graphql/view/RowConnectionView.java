package dev.huntgate.graphql.view;

import dev.huntgate.result.Rows;
import io.smallrye.graphql.api.DefaultNonNull;
import jakarta.json.JsonValue;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code RowConnection}. */
@Type("RowConnection")
@Description("One page of a result's rows.")
@DefaultNonNull
public record RowConnectionView(
    @Description("How many rows there are in all that the filter lets through.") int totalCount,
    @Description("The columns, in the order of the values in each row on this page.")
        List<@NonNull ColumnView> columns,
    @Description(
            "The rows on this page: each a JSON array with one value per column, in the order of"
                + " `columns`.")
        List<@NonNull JsonValue> nodes,
    @Description("The rows on this page, each with its cursor.") List<@NonNull RowEdgeView> edges,
    @Description("Where this page lies in the whole result.") PageInfoView pageInfo) {

  /** A page of some rows. */
  public static RowConnectionView of(
      Rows rows, List<JsonValue> nodes, List<RowEdgeView> edges, PageInfoView pageInfo) {
    return new RowConnectionView(
        rows.size(), rows.columns().stream().map(ColumnView::of).toList(), nodes, edges, pageInfo);
  }
}
