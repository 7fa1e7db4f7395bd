package dev.huntgate.graphql;

import dev.huntgate.budget.Operation;
import dev.huntgate.graphql.view.IncidentCountsView;
import dev.huntgate.graphql.view.IncidentFacetView;
import dev.huntgate.graphql.view.IncidentFilterView;
import dev.huntgate.graphql.view.TimeArgument;
import dev.huntgate.incident.IncidentCounting;
import dev.huntgate.incident.IncidentFilter;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import io.smallrye.graphql.api.ToScalar;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The query that counts incidents. */
@GraphQLApi
public class IncidentCountQueries {

  private final IncidentCounting counting;
  private final CurrentCaller caller;
  private final Context context;

  IncidentCountQueries(IncidentCounting counting, CurrentCaller caller, Context context) {
    this.counting = counting;
    this.caller = caller;
    this.context = context;
  }

  @Query("incidentCounts")
  @Description(
      "How many of the incidents that were created since some time have which value, such as how many"
          + " are `HIGH`. They are counted in memory: the first time costs as many upstream calls as"
          + " listing them, at most five; from then on mostly one, for what has changed.")
  public @NonNull Uni<@NonNull IncidentCountsView> incidentCounts(
      @Name("by") @NonNull @Description("What to count by, such as `SEVERITY`.")
          IncidentFacetView by,
      @Name("filter") @Description("Which incidents count; all when left out.") @Nullable
          IncidentFilterView filter,
      @Name("since")
          @Description(
              "The earliest creation time that counts, such as `2026-03-01T00:00:00Z`; seven days ago"
                  + " when left out.")
          @ToScalar(Scalar.DateTime.class)
          @Nullable
          String since) {
    return Spent.watching(
            context.unwrap(DataFetchingEnvironment.class),
            Operation.INCIDENT_LIST,
            counting.count(
                caller.get(),
                by.facet(),
                filter == null ? IncidentFilter.ALL : filter.filter(),
                TimeArgument.read("", "since", since)))
        .map(IncidentCountsView::of);
  }
}
