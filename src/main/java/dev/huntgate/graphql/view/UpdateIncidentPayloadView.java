package dev.huntgate.graphql.view;

import dev.huntgate.incident.ChangedIncident;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code UpdateIncidentPayload}. */
@Type("UpdateIncidentPayload")
@Description("What became of a change of an incident.")
@DefaultNonNull
public record UpdateIncidentPayloadView(
    @Description(
            "The incident as it is now; null when it was changed but could not be read afterwards,"
                + " which a warning then says.")
        @Nullable
        IncidentView incident,
    @Description("What did not work although the change was made, in words; usually none.")
        List<@NonNull String> warnings) {

  /** The view of what the domain knows. */
  public static UpdateIncidentPayloadView of(ChangedIncident changed) {
    return new UpdateIncidentPayloadView(
        changed.incident() == null ? null : IncidentView.of(changed.incident()),
        changed.warnings());
  }
}
