package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.DefaultNonNull;
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
    @Description("Where this page lies in the whole list.") PageInfoView pageInfo) {

  /** A page of these edges. */
  public static IncidentConnectionView of(List<IncidentEdgeView> edges, PageInfoView pageInfo) {
    return new IncidentConnectionView(
        edges.stream().map(IncidentEdgeView::node).toList(), edges, pageInfo);
  }
}
