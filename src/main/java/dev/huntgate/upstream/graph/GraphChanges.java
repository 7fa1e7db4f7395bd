package dev.huntgate.upstream.graph;

import dev.huntgate.incident.IncidentChange;
import dev.huntgate.upstream.ChangeBody;
import dev.huntgate.upstream.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes in Graph's shape, with the members of the service's metadata: the older ones of
 * its property tables, such as {@code clean}, are refused.
 */
final class GraphChanges {

  private GraphChanges() {}

  static byte[] fields(IncidentChange change) {
    ChangeBody body =
        new ChangeBody()
            .put("status", spelled(change.status()))
            .put("classification", spelled(change.classification()))
            .put("determination", spelled(change.determination()))
            .put("customTags", change.tags());
    String owner = change.assignedTo();
    return (owner != null && owner.isEmpty()
            ? body.putNull("assignedTo")
            : body.put("assignedTo", owner))
        .bytes();
  }

  static byte[] comment(String text) {
    return new ChangeBody()
        .put("@odata.type", "microsoft.graph.security.alertComment")
        .put("comment", text)
        .bytes();
  }

  private static @Nullable String spelled(@Nullable Enum<?> value) {
    return value == null ? null : Spelling.camelCase(value);
  }
}
