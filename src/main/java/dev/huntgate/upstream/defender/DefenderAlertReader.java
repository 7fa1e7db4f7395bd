package dev.huntgate.upstream.defender;

import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Device;
import dev.huntgate.incident.Device.VirtualMachine;
import dev.huntgate.incident.Finding;
import dev.huntgate.upstream.Comments;
import dev.huntgate.upstream.Fields;
import dev.huntgate.upstream.Vocabulary;
import java.util.List;
import java.util.Map;

/** Reads alerts and their devices in the defender family's shape. */
final class DefenderAlertReader {

  private DefenderAlertReader() {}

  static Alert read(Fields fields) {
    Vocabulary vocabulary = new Vocabulary(fields);
    return new Alert(
        fields.textOr("", "alertId"),
        fields.text("incidentId"),
        fields.textOr("", "title"),
        fields.text("description"),
        fields.text("category"),
        List.of(),
        vocabulary.alertStatus(),
        vocabulary.severity(),
        vocabulary.classification(),
        vocabulary.determination(),
        fields.term("serviceSource"),
        fields.term("detectionSource"),
        fields.text("detectorId"),
        null,
        null,
        null,
        fields.text("assignedTo"),
        fields.text("actorName"),
        fields.text("threatFamilyName"),
        null,
        fields.term("investigationState"),
        fields.text("investigationId"),
        fields.time("creationTime"),
        fields.time("lastUpdatedTime", "lastUpdateTime"),
        fields.time("resolvedTime"),
        fields.time("firstActivity"),
        fields.time("lastActivity"),
        fields.texts("mitreTechniques"),
        fields.objects("devices", DefenderAlertReader::device),
        fields.objects("entities", DefenderEvidenceReader::read),
        Comments.of(fields),
        List.of(),
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        vocabulary.unrecognized());
  }

  private static Device device(Fields fields) {
    return new Device(
        new Finding(null, null, null, null, List.of(), List.of(), fields.texts("tags")),
        fields.text("mdatpDeviceId", "DeviceId", "deviceId"),
        fields.text("aadDeviceId"),
        fields.text("deviceDnsName"),
        null,
        null,
        null,
        fields.text("osPlatform"),
        fields.text("version"),
        fields.text("osProcessor"),
        fields.number("osBuild"),
        fields.term("healthStatus"),
        fields.term("riskScore"),
        fields.term("onboardingStatus"),
        fields.term("defenderAvStatus"),
        fields.text("rbacGroupId"),
        fields.text("rbacGroupName"),
        fields.time("firstSeen"),
        null,
        null,
        List.of(),
        List.of(),
        fields.has("vmMetadata") ? virtualMachine(fields.object("vmMetadata")) : null);
  }

  private static VirtualMachine virtualMachine(Fields fields) {
    return new VirtualMachine(
        fields.text("vmId"),
        fields.term("cloudProvider"),
        fields.text("resourceId"),
        fields.text("subscriptionId"));
  }
}
