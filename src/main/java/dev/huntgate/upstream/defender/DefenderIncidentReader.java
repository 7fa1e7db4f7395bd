package dev.huntgate.upstream.defender;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.incident.Incident;
import dev.huntgate.upstream.Comments;
import dev.huntgate.upstream.Connection;
import dev.huntgate.upstream.Fields;
import dev.huntgate.upstream.PortalLinks;
import dev.huntgate.upstream.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Reads incidents in the defender family's shape. */
final class DefenderIncidentReader {

  private final Connection connection;

  DefenderIncidentReader(Connection connection) {
    this.connection = connection;
  }

  /** Reads one incident, with its alerts where {@code withAlerts}: upstream always sends them. */
  Incident read(JsonNode node, boolean withAlerts) {
    Fields fields = new Fields(node);
    Vocabulary vocabulary = new Vocabulary(fields);
    String id = fields.textOr("", "incidentId");
    Instant createdAt = Objects.requireNonNullElse(fields.time("createdTime"), Instant.EPOCH);
    return new Incident(
        id,
        fields.textOr("", "incidentName"),
        createdAt,
        Objects.requireNonNullElse(fields.time("lastUpdateTime"), createdAt),
        vocabulary.incidentStatus(),
        vocabulary.severity(),
        vocabulary.classification(),
        vocabulary.determination(),
        fields.text("assignedTo"),
        fields.text("redirectIncidentId"),
        fields.texts("tags"),
        List.of(),
        Comments.of(fields),
        withAlerts ? fields.objects("alerts", DefenderAlertReader::read) : null,
        null,
        null,
        null,
        null,
        null,
        connection.directoryId(),
        PortalLinks.incident(connection, id),
        vocabulary.unrecognized());
  }
}
