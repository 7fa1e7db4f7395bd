package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Alert;
import dev.huntgate.sandbox.company.Comment;
import dev.huntgate.sandbox.company.Device;
import dev.huntgate.sandbox.company.Evidence;
import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.Spelled;
import dev.huntgate.sandbox.company.Subject;
import org.jspecify.annotations.Nullable;

/** Writes incidents as the native family does, always with their alerts. */
final class DefenderIncidentWriter {

  private DefenderIncidentWriter() {}

  static ObjectNode write(Incident incident) {
    ObjectNode node = Json.object();
    node.put("incidentId", incident.id());
    node.put("redirectIncidentId", incident.redirectedTo());
    node.put("incidentName", incident.name());
    node.put("createdTime", WireTime.of(incident.createdAt()));
    node.put("lastUpdateTime", WireTime.of(incident.updatedAt()));
    node.put("assignedTo", incident.assignedTo());
    node.put("classification", incident.classification().defender());
    node.put("determination", incident.determination().defender());
    node.put("status", incident.status().defender());
    node.put("severity", incident.severity().defender());
    node.set("tags", Json.texts(incident.tags()));
    node.set(
        "comments",
        Json.nodes(incident.comments().stream().map(DefenderIncidentWriter::comment).toList()));
    node.set(
        "alerts",
        Json.nodes(incident.alerts().stream().map(a -> alert(a, incident.id())).toList()));
    return node;
  }

  private static ObjectNode comment(Comment comment) {
    ObjectNode node = Json.object();
    node.put("comment", comment.text());
    node.put("createdBy", comment.author());
    node.put("createdTime", WireTime.of(comment.at()));
    return node;
  }

  private static ObjectNode alert(Alert alert, long incidentId) {
    ObjectNode node = Json.object();
    node.put("alertId", alert.id());
    node.put("incidentId", incidentId);
    node.put("serviceSource", alert.serviceSource().defender());
    node.put("creationTime", WireTime.of(alert.createdAt()));
    node.put("lastUpdatedTime", WireTime.of(alert.updatedAt()));
    node.put("resolvedTime", WireTime.of(alert.resolvedAt()));
    node.put("firstActivity", WireTime.of(alert.firstActivity()));
    node.put("lastActivity", WireTime.of(alert.lastActivity()));
    node.put("title", alert.title());
    node.put("description", alert.description());
    node.put("category", alert.category());
    node.put("status", alert.status().defender());
    node.put("severity", alert.severity().defender());
    node.put("investigationId", alert.investigationId());
    node.put("investigationState", alert.investigationState().defender());
    node.put("classification", spelled(alert.classification()));
    node.put("determination", spelled(alert.determination()));
    node.put("detectionSource", alert.detectionSource().defender());
    node.put("detectorId", alert.detectorId());
    node.put("assignedTo", alert.assignedTo());
    node.put("actorName", alert.actor());
    node.put("threatFamilyName", alert.threatFamily());
    node.set("mitreTechniques", Json.texts(alert.techniques()));
    lists(node, alert, incidentId);
    return node;
  }

  /** Devices stand apart from the other evidence; every fourth incident has the newer shape. */
  private static void lists(ObjectNode node, Alert alert, long incidentId) {
    boolean newer = incidentId % 4 == 0;
    var devices = node.putArray("devices");
    var entities = node.putArray("entities");
    for (Evidence evidence : alert.evidence()) {
      if (evidence.subject() instanceof Subject.OfDevice device) {
        devices.add(device(device.device()));
      } else {
        DefenderEntityWriter.write(evidence, newer).ifPresent(entities::add);
      }
    }
  }

  private static ObjectNode device(Device device) {
    ObjectNode node = Json.object();
    node.put("mdatpDeviceId", device.id());
    node.put("aadDeviceId", device.objectId());
    node.put("deviceDnsName", device.name());
    node.put("osPlatform", device.os().platform());
    node.put("version", device.os().release());
    node.put("osProcessor", device.os().platform().equals("macOS") ? "arm64" : "x64");
    node.put("osBuild", device.os().build());
    node.put("healthStatus", "Active");
    node.put("riskScore", device.risk().defender());
    node.put("rbacGroupName", device.group());
    node.put("rbacGroupId", device.groupId());
    node.put("firstSeen", WireTime.of(device.firstSeen()));
    node.set("tags", Json.texts(device.tags()));
    node.put("defenderAvStatus", device.windows() ? "Updated" : "NotSupported");
    node.put("onboardingStatus", "Onboarded");
    node.putNull("vmMetadata");
    return node;
  }

  private static @Nullable String spelled(@Nullable Spelled value) {
    return value == null ? null : value.defender();
  }
}
