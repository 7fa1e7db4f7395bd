package dev.huntgate.upstream.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Incident;
import dev.huntgate.upstream.Comments;
import dev.huntgate.upstream.Connection;
import dev.huntgate.upstream.Fields;
import dev.huntgate.upstream.PortalLinks;
import dev.huntgate.upstream.Vocabulary;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Reads incidents in Graph's shape. */
final class GraphIncidentReader {

  private final Connection connection;

  GraphIncidentReader(Connection connection) {
    this.connection = connection;
  }

  /** Reads one incident; {@code alerts} stay null unless they came along. */
  Incident read(JsonNode node) {
    Fields fields = new Fields(node);
    Vocabulary vocabulary = new Vocabulary(fields);
    List<Alert> alerts =
        node.path("alerts").isArray() ? fields.objects("alerts", GraphAlertReader::read) : null;
    String id = fields.textOr("", "id");
    Instant createdAt = Objects.requireNonNullElse(fields.time("createdDateTime"), Instant.EPOCH);
    URI link = fields.uri("incidentWebUrl");
    Integer score =
        fields.number("priorityScore") == null
            ? null
            : Objects.requireNonNull(fields.number("priorityScore")).intValue();
    return new Incident(
        id,
        fields.textOr("", "displayName"),
        createdAt,
        Objects.requireNonNullElse(fields.time("lastUpdateDateTime"), createdAt),
        vocabulary.incidentStatus(),
        vocabulary.severity(),
        vocabulary.classification(),
        vocabulary.determination(),
        fields.text("assignedTo"),
        fields.text("redirectIncidentId"),
        fields.texts("customTags", "tags"),
        fields.texts("systemTags"),
        Comments.of(fields),
        alerts,
        fields.text("description"),
        fields.text("summary"),
        score,
        fields.text("lastModifiedBy"),
        fields.text("resolvingComment"),
        fields.textOr(connection.directoryId(), "tenantId"),
        link == null ? PortalLinks.incident(connection, id) : link,
        vocabulary.unrecognized());
  }
}
