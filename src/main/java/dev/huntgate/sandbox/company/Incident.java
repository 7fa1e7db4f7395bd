package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that belong to one attack, as an analyst works on them.
 *
 * @param redirectedTo the incident this one was merged into, {@code null} when it stands alone
 */
public record Incident(
    long id,
    @Nullable Long redirectedTo,
    String name,
    String description,
    Severity severity,
    IncidentStatus status,
    Classification classification,
    Determination determination,
    @Nullable String assignedTo,
    List<String> tags,
    List<String> systemTags,
    List<Comment> comments,
    Instant createdAt,
    Instant updatedAt,
    @Nullable String updatedBy,
    List<Alert> alerts) {

  public Incident {
    tags = List.copyOf(tags);
    systemTags = List.copyOf(systemTags);
    comments = List.copyOf(comments);
    alerts = List.copyOf(alerts);
  }

  /** A changeable copy of this incident. */
  public IncidentDraft draft() {
    return new IncidentDraft(this);
  }
}
