package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Alert;
import dev.huntgate.sandbox.company.Comment;
import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.IncidentStatus;
import dev.huntgate.sandbox.company.Spelled;
import org.jspecify.annotations.Nullable;

/**
 * Writes incidents as Microsoft Graph does.
 *
 * @param tenant whose incidents they are
 * @param withAlerts whether the caller expanded them
 * @param unknownMembers whether the caller asked for enum members newer than the first ones
 */
record GraphIncidentWriter(String tenant, boolean withAlerts, boolean unknownMembers) {

  private static final String PORTAL = "https://security.microsoft.com/";
  private static final String TYPE = "#microsoft.graph.security.";

  ObjectNode write(Incident incident) {
    String id = Long.toString(incident.id());
    ObjectNode node = Json.object();
    node.put("@odata.type", TYPE + "incident");
    node.put("id", id);
    node.put("tenantId", tenant);
    node.put("status", status(incident.status()));
    node.put("incidentWebUrl", portal("incidents/" + id));
    Long redirectedTo = incident.redirectedTo();
    node.put("redirectIncidentId", redirectedTo == null ? null : redirectedTo.toString());
    node.put("displayName", incident.name());
    node.put("createdDateTime", WireTime.of(incident.createdAt()));
    node.put("lastUpdateDateTime", WireTime.of(incident.updatedAt()));
    node.put("assignedTo", incident.assignedTo());
    node.put("classification", incident.classification().graph());
    node.put("determination", incident.determination().graph());
    node.put("severity", incident.severity().graph());
    node.set("customTags", Json.texts(incident.tags()));
    node.set("systemTags", Json.texts(incident.systemTags()));
    node.put("description", incident.description());
    node.put("lastModifiedBy", incident.updatedBy());
    node.putNull("resolvingComment");
    node.putNull("summary");
    node.set(
        "comments",
        Json.nodes(incident.comments().stream().map(GraphIncidentWriter::comment).toList()));
    if (withAlerts) {
      node.set(
          "alerts", Json.nodes(incident.alerts().stream().map(alert -> alert(alert, id)).toList()));
    }
    return node;
  }

  static ObjectNode comment(Comment comment) {
    ObjectNode node = Json.object();
    node.put("@odata.type", TYPE + "alertComment");
    node.put("comment", comment.text());
    node.put("createdByDisplayName", comment.author());
    node.put("createdDateTime", WireTime.of(comment.at()));
    return node;
  }

  private String status(IncidentStatus status) {
    return status == IncidentStatus.AWAITING_ACTION && !unknownMembers
        ? "unknownFutureValue"
        : status.graph();
  }

  private String portal(String place) {
    return PORTAL + place + "?tid=" + tenant;
  }

  private ObjectNode alert(Alert alert, String incidentId) {
    ObjectNode node = Json.object();
    node.put("@odata.type", TYPE + "alert");
    node.put("id", alert.id());
    node.put("providerAlertId", alert.id().substring(2));
    node.put("incidentId", incidentId);
    node.put("status", alert.status().graph());
    node.put("severity", alert.severity().graph());
    node.put("classification", spelled(alert.classification()));
    node.put("determination", spelled(alert.determination()));
    node.put("serviceSource", alert.serviceSource().graph());
    node.put("detectionSource", alert.detectionSource().graph());
    node.put("detectorId", alert.detectorId());
    node.put("investigationState", alert.investigationState().graph());
    node.put("tenantId", tenant);
    node.put("title", alert.title());
    node.put("description", alert.description());
    node.put("recommendedActions", "");
    node.put("category", alert.category());
    node.put("assignedTo", alert.assignedTo());
    node.put("alertWebUrl", portal("alerts/" + alert.id()));
    node.put("incidentWebUrl", portal("incidents/" + incidentId));
    node.put("actorDisplayName", alert.actor());
    node.put("threatDisplayName", alert.threatFamily());
    node.put("threatFamilyName", alert.threatFamily());
    node.set("mitreTechniques", Json.texts(alert.techniques()));
    node.put("createdDateTime", WireTime.of(alert.createdAt()));
    node.put("lastUpdateDateTime", WireTime.of(alert.updatedAt()));
    node.put("resolvedDateTime", WireTime.of(alert.resolvedAt()));
    node.put("firstActivityDateTime", WireTime.of(alert.firstActivity()));
    node.put("lastActivityDateTime", WireTime.of(alert.lastActivity()));
    node.putArray("comments");
    node.putArray("systemTags");
    node.set(
        "evidence", Json.nodes(alert.evidence().stream().map(GraphEvidenceWriter::write).toList()));
    return node;
  }

  private static @Nullable String spelled(@Nullable Spelled value) {
    return value == null ? null : value.graph();
  }
}
