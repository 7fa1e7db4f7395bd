package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Terms;
import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.graphql.view.RowConnectionView;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.Hunts;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries that hunt, and the pages of what was found. */
@GraphQLApi
public class HuntQueries {

  private final Hunts hunts;
  private final HuntTerms terms;
  private final CurrentTenant tenant;
  private final Context context;

  HuntQueries(Hunts hunts, HuntTerms terms, CurrentTenant tenant, Context context) {
    this.hunts = hunts;
    this.terms = terms;
    this.tenant = tenant;
    this.context = context;
  }

  @Query("hunt")
  @Description(
      "Runs a KQL query over the tenant's advanced hunting tables, or takes the result of an equal"
          + " hunt that is still kept. Running one spends the tenant's small hunting budget; paging"
          + " through `rows` costs nothing more.")
  public @NonNull Uni<@NonNull HuntResultView> hunt(
      @Name("kql")
          @NonNull
          @Description(
              "The query in KQL, such as `DeviceProcessEvents | where FileName =~ 'powershell.exe'"
                  + " | take 10`; at most 64 KiB.")
          String kql,
      @Name("timespan")
          @Description(
              "The stretch of time to look at in ISO 8601, such as `P7D`, `PT12H` or"
                  + " `2026-03-01/2026-03-08`; the past 30 days when left out. The Defender API"
                  + " lacks it: use `where Timestamp > ago(7d)` there.")
          @Nullable
          String timespan,
      @Name("maxWait")
          @Description(
              "How long to wait for the budget when it cannot pay at once, as ISO 8601 from `PT0S`"
                  + " to `PT10M`; then it fails with `QUOTA_EXHAUSTED`. The operator's setting when"
                  + " left out, `PT30S` unless changed. How long the hunt may run is not meant.")
          @Nullable
          String maxWait,
      @Name("priority")
          @DefaultValue("INTERACTIVE")
          @Description(
              "How urgent it is when hunts have to wait for the budget; `INTERACTIVE` when left"
                  + " out.")
          @Nullable
          PriorityView priority) {
    Tenant asking = tenant.get();
    Terms offered = terms.of(maxWait, priority);
    List<RowCursor> cursors =
        RowsRequest.selectedUnder(environment()).stream()
            .map(RowsRequest::after)
            .filter(Objects::nonNull)
            .map(after -> RowCursor.decode(asking, after))
            .toList();
    return (cursors.isEmpty()
            ? run(asking, kql, timespan, offered)
            : reread(asking, cursors, kql, timespan))
        .map(hunt -> HuntResultView.of(hunt, RowCursor.digest(asking, kql, timespan)));
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
    boolean withEdges = environment().getSelectionSet().contains("edges");
    return Uni.createFrom().item(RowPages.page(tenant.get(), hunt, request, withEdges));
  }

  private Uni<Hunt> run(Tenant asking, String kql, @Nullable String timespan, Terms offered) {
    DataFetchingEnvironment asked = environment();
    return hunts
        .run(asking, kql, timespan, offered)
        .onItem()
        .invoke(
            hunt -> {
              if (!hunt.kept()) {
                Spent.mark(asked, Operation.HUNTING);
              }
            })
        .onFailure()
        .invoke(failure -> Spent.mark(asked, Operation.HUNTING, failure));
  }

  private DataFetchingEnvironment environment() {
    return context.unwrap(DataFetchingEnvironment.class);
  }

  /* A cursor must never buy its result a second time. */
  private Uni<Hunt> reread(
      Tenant asking, List<RowCursor> cursors, String kql, @Nullable String timespan) {
    String digest = RowCursor.digest(asking, kql, timespan);
    if (cursors.stream().anyMatch(cursor -> !cursor.queryDigest().equals(digest))) {
      throw SealedCursor.refusal();
    }
    return hunts.reread(asking, cursors.get(0).resultId(), kql, timespan, "after");
  }
}
