package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.RowViews;
import dev.huntgate.graphql.view.ColumnSummaryView;
import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.RowConditionView;
import dev.huntgate.graphql.view.RowConnectionView;
import dev.huntgate.graphql.view.RowOrderView;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of a result that read its rows. */
@GraphQLApi
public class RowQueries {

  private static final int DEFAULT_TOP = 10;

  private final CurrentCaller caller;
  private final RowViews views;
  private final Context context;

  RowQueries(CurrentCaller caller, RowViews views, Context context) {
    this.caller = caller;
    this.views = views;
    this.context = context;
  }

  @Name("rows")
  @Description(
      "The rows, a page at a time, sorted and filtered as you like; that costs no budget. To get"
          + " the next page, ask again with `after` set to `pageInfo.endCursor` and all else the"
          + " same. It never runs the hunt again: when the result is no longer kept, it fails with"
          + " `RESULT_GONE`.")
  public @NonNull Uni<@NonNull RowConnectionView> rows(
      @Source HuntResultView hunt,
      @Name("first")
          @DefaultValue("100")
          @Description("How many rows at most, from 1 to 10000; 100 when left out.")
          @Nullable
          Integer first,
      @Name("after")
          @Description("The cursor to go on from; the beginning when left out.")
          @Nullable
          String after,
      @Name("orderBy")
          @Description(
              "The order: by the first of these, rows that are equal there by the next, and so on;"
                  + " at most 20. As upstream sent them when left out.")
          @Nullable
          List<@NonNull RowOrderView> orderBy,
      @Name("filter")
          @Description(
              "Which rows are wanted: those that meet all of these conditions, at most 50. All when"
                  + " left out.")
          @Nullable
          List<@NonNull RowConditionView> filter,
      @Name("columns")
          @Description(
              "Which columns are wanted, by name or by place such as `#3`, in this order; all when"
                  + " left out.")
          @Nullable
          List<@NonNull String> columns) {
    RowsRequest request = new RowsRequest(first == null ? RowsRequest.DEFAULT_FIRST : first, after);
    DataFetchingEnvironment asked = context.unwrap(DataFetchingEnvironment.class);
    boolean withEdges = SelectedFields.has("edges", asked.getSelectionSet());
    Tenant asking = caller.get().tenant();
    return RowSelection.of(filter, orderBy)
        .rows(hunt.stored(), views)
        .map(rows -> columns == null ? rows : rows.project(columns))
        .onItem()
        .invoke(rows -> Readiness.paged(asked, new PageRead(hunt.id(), rows, request.first())))
        .map(rows -> RowPages.page(asking, hunt.id(), rows, request, withEdges));
  }

  @Name("summary")
  @Description(
      "What the rows have in one column: how many values, which are the smallest, the largest and"
          + " the most frequent. Enough for a chart, without reading the rows; costs no budget.")
  public @NonNull Uni<@NonNull ColumnSummaryView> summary(
      @Source HuntResultView hunt,
      @Name("column") @NonNull @Description("The column's name, or its place such as `#3`.")
          String column,
      @Name("top")
          @DefaultValue("10")
          @Description("How many of the most frequent values, from 0 to 1000; 10 when left out.")
          @Nullable
          Integer top,
      @Name("filter")
          @Description("Which rows count: those that meet all of these; all when left out.")
          @Nullable
          List<@NonNull RowConditionView> filter) {
    return RowSelection.of(filter, null)
        .rows(hunt.stored(), views)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(rows -> rows.summary(column, top == null ? DEFAULT_TOP : top))
        .map(ColumnSummaryView::of);
  }
}
