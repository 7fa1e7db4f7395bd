package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code UpdateIncidentsInput}. */
@Input("UpdateIncidentsInput")
@Description(
    "Which incidents to change, and what is to become of each. What is left out stays as it is.")
public record UpdateIncidentsInputView(
    @Description("The incidents' ids, at most 50.") @Id @NonNull List<@NonNull String> ids,
    @Description(IncidentChangeInput.STATUS) @Nullable IncidentStatusView status,
    @Description(IncidentChangeInput.ASSIGNED_TO) @Nullable String assignedTo,
    @Description(IncidentChangeInput.CLASSIFICATION) @Nullable ClassificationView classification,
    @Description(IncidentChangeInput.DETERMINATION) @Nullable DeterminationView determination,
    @Description(IncidentChangeInput.TAGS) @Nullable List<@NonNull String> tags,
    @Description(IncidentChangeInput.COMMENT) @Nullable String comment)
    implements IncidentChangeInput {}
