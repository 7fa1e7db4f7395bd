package dev.huntgate.graphql.view;

import dev.huntgate.incident.RankedIncidents;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IncidentConnection}. */
@Type("IncidentConnection")
@Description("One page of a list of incidents.")
@DefaultNonNull
public record IncidentConnectionView(
    @Description("The incidents on this page, in order.") List<@NonNull IncidentView> nodes,
    @Description("The incidents on this page, each with its cursor.")
        List<@NonNull IncidentEdgeView> edges,
    @Description("Where this page lies in the whole list.") PageInfoView pageInfo,
    @Description(
            "In the order `SEVERITY`, whether all incidents since `since` are in the list. If not, it"
                + " has the newest of them: one request reads five upstream pages at most, and the"
                + " next goes on from there. Null in other orders.")
        @Nullable
        Boolean complete,
    @Description(
            "In the order `SEVERITY`, the earliest creation time in the list. Null in other orders.")
        @Nullable
        Instant since,
    @Description("In the order `SEVERITY`, when reading the incidents began. Null in other orders.")
        @Nullable
        Instant asOf) {

  /** A page of these edges, in an order of time. */
  public static IncidentConnectionView of(List<IncidentEdgeView> edges, PageInfoView pageInfo) {
    return new IncidentConnectionView(nodes(edges), edges, pageInfo, null, null, null);
  }

  /** A page of these edges, in the order of severity. */
  public static IncidentConnectionView of(
      List<IncidentEdgeView> edges, PageInfoView pageInfo, RankedIncidents ranked) {
    return new IncidentConnectionView(
        nodes(edges), edges, pageInfo, ranked.complete(), ranked.since(), ranked.asOf());
  }

  private static List<IncidentView> nodes(List<IncidentEdgeView> edges) {
    return edges.stream().map(IncidentEdgeView::node).toList();
  }
}
