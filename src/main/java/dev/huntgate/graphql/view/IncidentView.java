package dev.huntgate.graphql.view;

import dev.huntgate.incident.FoundIncident;
import dev.huntgate.incident.Incident;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * The GraphQL type {@code Incident}.
 *
 * @param incident what the domain knows, for fields that are made of it
 */
@Type("Incident")
@Description("Alerts that belong together, with the state of the work on them.")
@DefaultNonNull
public record IncidentView(
    @Description("The incident's id, such as `924565`.") @Id String id,
    @Description("What happened, in a few words, such as `Multi-stage incident on one endpoint`.")
        String name,
    @Description("When the first alert made it.") Instant createdAt,
    @Description("When it was last changed.") Instant updatedAt,
    @Description("How far the work on it is.") IncidentStatusView status,
    @Description("How much harm is to be expected: the highest severity of its alerts.")
        SeverityView severity,
    @Description("Whether it was a real threat, as an analyst decided.")
        ClassificationView classification,
    @Description("What kind of threat it was, as an analyst decided.")
        DeterminationView determination,
    @Description("Who works on it, such as `alice@contoso.com`; null when nobody does.") @Nullable
        String assignedTo,
    @Description("The id of the incident that this one was merged into; null for most.") @Nullable
        String redirectIncidentId,
    @Description(
            "The id that you asked for, where that incident was merged into this one; null"
                + " everywhere but in such an answer of `incident`.")
        @Nullable
        String redirectedFrom,
    @Description("The tags that people gave it.") List<@NonNull String> tags,
    @Description("Tags that Defender gave it. Only Microsoft Graph has it.")
        List<@NonNull String> systemTags,
    @Description("What people remarked on it.") List<@NonNull CommentView> comments,
    @Description(
            "The alerts that make it up. They are read from upstream only when asked for and are most of an answer's size.")
        @Nullable
        List<@NonNull AlertView> alerts,
    @Description("What happened, at length. Only Microsoft Graph has it.") @Nullable
        String description,
    @Description(
            "What happened and what was done, as written by an analyst or by Defender. Only Microsoft Graph has it.")
        @Nullable
        String summary,
    @Description("How urgent Defender thinks it is, from 0 to 100. Only Microsoft Graph has it.")
        @Nullable
        Integer priorityScore,
    @Description("Who changed it last. Only Microsoft Graph has it.") @Nullable
        String lastModifiedBy,
    @Description("What was remarked when it was resolved. Only Microsoft Graph has it.") @Nullable
        String resolvingComment,
    @Description(
            "The id of the Microsoft Entra tenant it happened in, a GUID. Only Microsoft Graph has it.")
        @Nullable
        String tenantId,
    @Description("Where people look at it in the Defender portal.") String portalUrl,
    @Description("The enum values that this version of Huntgate does not know.")
        List<@NonNull UnrecognizedView> unrecognized,
    @Ignore Incident incident) {

  /** The view of what the domain knows. */
  public static IncidentView of(Incident incident) {
    return of(new FoundIncident(incident, null));
  }

  /** The view of what was found under an id. */
  public static IncidentView of(FoundIncident found) {
    Incident incident = found.incident();
    return new IncidentView(
        incident.id(),
        incident.name(),
        incident.createdAt(),
        incident.updatedAt(),
        IncidentStatusView.of(incident.status()),
        SeverityView.of(incident.severity()),
        ClassificationView.of(incident.classification()),
        DeterminationView.of(incident.determination()),
        incident.assignedTo(),
        incident.redirectIncidentId(),
        found.redirectedFrom(),
        incident.tags(),
        incident.systemTags(),
        incident.comments().stream().map(CommentView::of).toList(),
        incident.alerts() == null ? null : incident.alerts().stream().map(AlertView::of).toList(),
        incident.description(),
        incident.summary(),
        incident.priorityScore(),
        incident.lastModifiedBy(),
        incident.resolvingComment(),
        incident.tenantId(),
        incident.portalUrl().toString(),
        incident.unrecognized().stream().map(UnrecognizedView::of).toList(),
        incident);
  }
}
