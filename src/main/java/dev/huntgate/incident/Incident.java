package dev.huntgate.incident;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that belong together, with the state of the work on them.
 *
 * <p>What only the {@code graph} family carries is null in the other: {@code description}, {@code
 * summary}, {@code priorityScore}, {@code lastModifiedBy}, {@code resolvingComment}, {@code
 * systemTags} (empty).
 *
 * @param redirectIncidentId the incident that this one was merged into
 * @param alerts null when they were not asked for
 * @param portalUrl where people look at the incident in the Defender portal
 * @param unrecognized enum values that this version does not know
 */
public record Incident(
    String id,
    String name,
    Instant createdAt,
    Instant updatedAt,
    IncidentStatus status,
    Severity severity,
    Classification classification,
    Determination determination,
    @Nullable String assignedTo,
    @Nullable String redirectIncidentId,
    List<String> tags,
    List<String> systemTags,
    List<Comment> comments,
    @Nullable List<Alert> alerts,
    @Nullable String description,
    @Nullable String summary,
    @Nullable Integer priorityScore,
    @Nullable String lastModifiedBy,
    @Nullable String resolvingComment,
    @Nullable String tenantId,
    URI portalUrl,
    List<Unrecognized> unrecognized) {

  public Incident {
    tags = List.copyOf(tags);
    systemTags = List.copyOf(systemTags);
    comments = List.copyOf(comments);
    alerts = alerts == null ? null : List.copyOf(alerts);
    unrecognized = List.copyOf(unrecognized);
  }
}
