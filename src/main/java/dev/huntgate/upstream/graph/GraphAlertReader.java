package dev.huntgate.upstream.graph;

import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Device;
import dev.huntgate.incident.Evidence;
import dev.huntgate.upstream.Comments;
import dev.huntgate.upstream.Fields;
import dev.huntgate.upstream.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Reads alerts in Graph's shape. */
final class GraphAlertReader {

  private static final String DEVICE = "deviceEvidence";

  private GraphAlertReader() {}

  static Alert read(Fields fields) {
    Vocabulary vocabulary = new Vocabulary(fields);
    List<Device> devices = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    fields.objects(
        "evidence",
        piece ->
            GraphEvidenceReader.kind(piece).equals(DEVICE)
                ? devices.add(GraphDeviceReader.read(piece))
                : evidence.add(GraphEvidenceReader.read(piece)));
    return new Alert(
        fields.textOr("", "id"),
        fields.text("incidentId"),
        fields.textOr("", "title"),
        fields.text("description"),
        fields.text("category"),
        fields.texts("categories"),
        vocabulary.alertStatus(),
        vocabulary.severity(),
        vocabulary.classification(),
        vocabulary.determination(),
        fields.term("serviceSource"),
        fields.term("detectionSource"),
        fields.text("detectorId"),
        fields.text("productName"),
        fields.text("providerAlertId"),
        fields.text("alertPolicyId"),
        fields.text("assignedTo"),
        fields.text("actorDisplayName"),
        fields.text("threatFamilyName"),
        fields.text("threatDisplayName"),
        fields.term("investigationState"),
        null,
        fields.time("createdDateTime"),
        fields.time("lastUpdateDateTime"),
        fields.time("resolvedDateTime"),
        fields.time("firstActivityDateTime"),
        fields.time("lastActivityDateTime"),
        fields.texts("mitreTechniques"),
        devices,
        evidence,
        Comments.of(fields),
        fields.texts("systemTags"),
        fields.text("recommendedActions"),
        fields.text("tenantId"),
        fields.uri("alertWebUrl"),
        fields.object("additionalData").everything(),
        fields.object("customDetails").everything(),
        vocabulary.unrecognized());
  }
}
