package dev.huntgate.graphql;

import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.RowConnectionView;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of a result that read its rows. */
@GraphQLApi
public class RowQueries {

  private final CurrentCaller caller;
  private final Context context;

  RowQueries(CurrentCaller caller, Context context) {
    this.caller = caller;
    this.context = context;
  }

  @Name("rows")
  @Description(
      "The rows, a page at a time. To get the next page, ask again with `after` set to"
          + " `pageInfo.endCursor`; that never runs the hunt again: when the result is no longer"
          + " kept, it fails with `RESULT_GONE`.")
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
          String after) {
    RowsRequest request = new RowsRequest(first == null ? RowsRequest.DEFAULT_FIRST : first, after);
    boolean withEdges =
        context.unwrap(DataFetchingEnvironment.class).getSelectionSet().contains("edges");
    return Uni.createFrom().item(RowPages.page(caller.get().tenant(), hunt, request, withEdges));
  }
}
