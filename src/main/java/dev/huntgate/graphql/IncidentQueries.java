package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Operation;
import dev.huntgate.graphql.view.IncidentConnectionView;
import dev.huntgate.graphql.view.IncidentEdgeView;
import dev.huntgate.graphql.view.IncidentFilterView;
import dev.huntgate.graphql.view.IncidentOrderView;
import dev.huntgate.graphql.view.IncidentView;
import dev.huntgate.graphql.view.PageInfoView;
import dev.huntgate.incident.FoundIncident;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPage;
import dev.huntgate.incident.IncidentPosition;
import dev.huntgate.incident.IncidentQuery;
import dev.huntgate.incident.IncidentRanking;
import dev.huntgate.incident.Incidents;
import dev.huntgate.incident.RankedIncidents;
import dev.huntgate.incident.SeverityPosition;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The queries that read incidents. */
@GraphQLApi
public class IncidentQueries {

  private static final int DEFAULT_FIRST = 20;

  private final Incidents incidents;
  private final IncidentRanking ranking;
  private final CurrentCaller caller;
  private final Context context;

  IncidentQueries(
      Incidents incidents, IncidentRanking ranking, CurrentCaller caller, Context context) {
    this.incidents = incidents;
    this.ranking = ranking;
    this.caller = caller;
    this.context = context;
  }

  @Query("incident")
  @Description(
      "One incident by its id. When it was merged into another, that one, whose `redirectedFrom` then"
          + " has this id. Fails with `NOT_FOUND` when there is none under this id.")
  public @NonNull Uni<@NonNull IncidentView> incident(
      @Name("id") @Id @NonNull @Description("The incident's id, such as `924565`.") String id,
      @Name("followRedirect")
          @DefaultValue("true")
          @Description(
              "Whether the incident that it was merged into will do; with `false`, you get what is"
                  + " left under this id. True when left out.")
          @Nullable
          Boolean followRedirect) {
    boolean withAlerts = AlertSelection.in(environment());
    Uni<FoundIncident> found =
        Boolean.FALSE.equals(followRedirect)
            ? incidents
                .find(caller.get(), id, withAlerts)
                .map(incident -> new FoundIncident(incident, null))
            : incidents.follow(caller.get(), id, withAlerts);
    return spending(found, Operation.INCIDENT_GET).map(IncidentView::of);
  }

  @Query("incidents")
  @Description(
      "The tenant's incidents, a page at a time, newest first unless you ask otherwise. To get the next page, ask again with"
          + " `after` set to `pageInfo.endCursor` and all else the same.")
  public @NonNull Uni<@NonNull IncidentConnectionView> incidents(
      @Name("first")
          @DefaultValue("20")
          @Description("How many incidents at most, from 1 to 250; 20 when left out.")
          @Nullable
          Integer first,
      @Name("after")
          @Description("The cursor to go on from; the beginning when left out.")
          @Nullable
          String after,
      @Name("filter") @Description("Which incidents are wanted; all when left out.") @Nullable
          IncidentFilterView filter,
      @Name("orderBy")
          @DefaultValue("CREATED")
          @Description("The order of the list; `CREATED` when left out.")
          @Nullable
          IncidentOrderView orderBy) {
    IncidentFilter wanted = filter == null ? IncidentFilter.ALL : filter.filter();
    int most = first == null ? DEFAULT_FIRST : first;
    boolean withAlerts =
        AlertSelection.in(environment(), "nodes")
            || AlertSelection.in(environment(), "edges", "node");
    IncidentOrder order = orderBy == null ? IncidentOrder.CREATED : orderBy.byTime();
    return order == null
        ? bySeverity(wanted, most, after, withAlerts)
        : byTime(order, wanted, most, after, withAlerts);
  }

  private Uni<IncidentConnectionView> byTime(
      IncidentOrder order,
      IncidentFilter wanted,
      int first,
      @Nullable String after,
      boolean withAlerts) {
    Caller asking = caller.get();
    IncidentCursors cursors = new IncidentCursors(asking.tenant(), order, wanted);
    IncidentPosition from = after == null ? null : cursors.decode(after);
    IncidentQuery query = new IncidentQuery(order, wanted, first, from, withAlerts);
    return spending(incidents.page(asking, query), Operation.INCIDENT_LIST)
        .map(page -> connection(query, cursors, page));
  }

  private Uni<IncidentConnectionView> bySeverity(
      IncidentFilter wanted, int first, @Nullable String after, boolean withAlerts) {
    Caller asking = caller.get();
    SeverityCursors cursors = new SeverityCursors(asking.tenant(), wanted);
    SeverityPosition from = after == null ? null : cursors.decode(after);
    return spending(ranking.page(asking, wanted, first, from, withAlerts), Operation.INCIDENT_LIST)
        .map(page -> connection(page, cursors, after != null));
  }

  private <T> Uni<T> spending(Uni<T> call, Operation operation) {
    return Spent.watching(environment(), operation, call);
  }

  private DataFetchingEnvironment environment() {
    return context.unwrap(DataFetchingEnvironment.class);
  }

  private static IncidentConnectionView connection(
      IncidentQuery query, IncidentCursors cursors, IncidentPage page) {
    Optional<IncidentPosition> end = Optional.ofNullable(page.end());
    Instant floor = end.map(IncidentPosition::floor).orElse(null);
    List<IncidentEdgeView> edges =
        edges(
            page.incidents(),
            incident ->
                cursors.encode(
                    new IncidentPosition(query.order().time(incident), incident.id(), floor)));
    return IncidentConnectionView.of(
        edges,
        new PageInfoView(
            page.hasNext(),
            query.after() != null,
            edges.isEmpty() ? null : edges.get(0).cursor(),
            end.map(cursors::encode).orElse(null)));
  }

  private static IncidentConnectionView connection(
      RankedIncidents page, SeverityCursors cursors, boolean hasPrevious) {
    List<IncidentEdgeView> edges =
        edges(
            page.incidents(),
            incident -> cursors.encode(SeverityPosition.of(incident, page.since())));
    return IncidentConnectionView.of(
        edges,
        new PageInfoView(
            page.hasNext(),
            hasPrevious,
            edges.isEmpty() ? null : edges.get(0).cursor(),
            edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor()),
        page);
  }

  private static List<IncidentEdgeView> edges(
      List<Incident> incidents, Function<Incident, String> cursor) {
    return incidents.stream()
        .map(incident -> new IncidentEdgeView(cursor.apply(incident), IncidentView.of(incident)))
        .toList();
  }
}
