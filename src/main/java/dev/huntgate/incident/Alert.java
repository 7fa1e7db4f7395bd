package dev.huntgate.incident;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One suspicious finding of a Defender product.
 *
 * <p>Names of products, detections and investigation states are open lists upstream; they come in
 * one spelling for both families, such as {@code MICROSOFT_DEFENDER_FOR_ENDPOINT}.
 *
 * @param devices the devices it touches
 * @param evidence what else it touches: files, processes, accounts, addresses and so on
 * @param investigationId only in the {@code defender} family
 * @param additionalData what the product adds in a form of its own; only in the {@code graph}
 *     family, as are {@code customDetails}, {@code recommendedActions}, {@code productName}, {@code
 *     providerAlertId}, {@code alertPolicyId}, {@code threatDisplayName}, {@code systemTags},
 *     {@code comments} and {@code portalUrl}
 */
public record Alert(
    String id,
    @Nullable String incidentId,
    String title,
    @Nullable String description,
    @Nullable String category,
    List<String> categories,
    AlertStatus status,
    Severity severity,
    Classification classification,
    Determination determination,
    @Nullable String serviceSource,
    @Nullable String detectionSource,
    @Nullable String detectorId,
    @Nullable String productName,
    @Nullable String providerAlertId,
    @Nullable String alertPolicyId,
    @Nullable String assignedTo,
    @Nullable String actorName,
    @Nullable String threatFamilyName,
    @Nullable String threatDisplayName,
    @Nullable String investigationState,
    @Nullable String investigationId,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant firstActivityAt,
    @Nullable Instant lastActivityAt,
    List<String> mitreTechniques,
    List<Device> devices,
    List<Evidence> evidence,
    List<Comment> comments,
    List<String> systemTags,
    @Nullable String recommendedActions,
    @Nullable String tenantId,
    @Nullable URI portalUrl,
    Map<String, Object> additionalData,
    Map<String, Object> customDetails,
    List<Unrecognized> unrecognized) {

  public Alert {
    categories = List.copyOf(categories);
    mitreTechniques = List.copyOf(mitreTechniques);
    devices = List.copyOf(devices);
    evidence = List.copyOf(evidence);
    comments = List.copyOf(comments);
    systemTags = List.copyOf(systemTags);
    unrecognized = List.copyOf(unrecognized);
  }
}
