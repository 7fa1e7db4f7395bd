package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import io.smallrye.graphql.api.ToScalar;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code UpdateIncidentInput}. */
@Input("UpdateIncidentInput")
@Description(
    "Which incident to change, and what is to become of it. What is left out stays as it is.")
public record UpdateIncidentInputView(
    @Description("The incident's id, such as `924565`.") @Id @NonNull String id,
    @Description(IncidentChangeInput.STATUS) @Nullable IncidentStatusView status,
    @Description(IncidentChangeInput.ASSIGNED_TO) @Nullable String assignedTo,
    @Description(IncidentChangeInput.CLASSIFICATION) @Nullable ClassificationView classification,
    @Description(IncidentChangeInput.DETERMINATION) @Nullable DeterminationView determination,
    @Description(IncidentChangeInput.TAGS) @Nullable List<@NonNull String> tags,
    @Description(IncidentChangeInput.COMMENT) @Nullable String comment,
    @Description(
            "The incident's `updatedAt` as you know it. When somebody changed it since, it is left as"
                + " it is, and the error `CONFLICT` says under `extensions.current` what is there now."
                + " The check costs one more upstream call.")
        @ToScalar(Scalar.DateTime.class)
        @Nullable
        String ifLastUpdatedAt)
    implements IncidentChangeInput {}
