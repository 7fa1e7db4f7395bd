package dev.huntgate.graphql.view;

import dev.huntgate.incident.ChangeOutcome;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code UpdateIncidentsPayload}. */
@Type("UpdateIncidentsPayload")
@Description("What became of a change of several incidents.")
@DefaultNonNull
public record UpdateIncidentsPayloadView(
    @Description("One result for each id, in the order of the ids; an id given twice has one.")
        List<@NonNull IncidentUpdateResultView> results) {

  /** The view of what the domain knows. */
  public static UpdateIncidentsPayloadView of(List<ChangeOutcome> outcomes) {
    return new UpdateIncidentsPayloadView(
        outcomes.stream().map(IncidentUpdateResultView::of).toList());
  }
}
