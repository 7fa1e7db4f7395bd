package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One suspicion that a product raised, part of an incident. */
public record Alert(
    String id,
    String title,
    String description,
    String category,
    Severity severity,
    AlertStatus status,
    ServiceSource serviceSource,
    DetectionSource detectionSource,
    String detectorId,
    @Nullable Long investigationId,
    InvestigationState investigationState,
    @Nullable Classification classification,
    @Nullable Determination determination,
    @Nullable String assignedTo,
    @Nullable String actor,
    @Nullable String threatFamily,
    List<String> techniques,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    Instant firstActivity,
    Instant lastActivity,
    List<Evidence> evidence) {

  public Alert {
    techniques = List.copyOf(techniques);
    evidence = List.copyOf(evidence);
  }

  /** This alert, closed at a time with what the incident was found to be. */
  Alert closed(Instant at, Classification found, Determination kind) {
    return new Alert(
        id,
        title,
        description,
        category,
        severity,
        AlertStatus.RESOLVED,
        serviceSource,
        detectionSource,
        detectorId,
        investigationId,
        InvestigationState.SUCCESSFULLY_REMEDIATED,
        found,
        kind,
        assignedTo,
        actor,
        threatFamily,
        techniques,
        createdAt,
        at,
        at,
        firstActivity,
        lastActivity,
        evidence);
  }
}
