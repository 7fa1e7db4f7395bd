package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IncidentEdge}. */
@Type("IncidentEdge")
@Description("An incident with its place in the list.")
@DefaultNonNull
public record IncidentEdgeView(
    @Description("The place just behind this incident: give it as `after` to go on from here.")
        String cursor,
    @Description("The incident.") IncidentView node) {}
