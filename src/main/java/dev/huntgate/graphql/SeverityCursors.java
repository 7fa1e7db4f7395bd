package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.Severity;
import dev.huntgate.incident.SeverityPosition;
import java.util.Arrays;

/** The cursors of one list of incidents by severity: that of one tenant and filter. */
final class SeverityCursors {

  private final Binding binding;

  SeverityCursors(Tenant tenant, IncidentFilter filter) {
    this.binding = IncidentCursors.binding(tenant, "SEVERITY", filter);
  }

  String encode(SeverityPosition position) {
    return SealedCursor.seal(
        binding,
        out -> {
          out.writeUTF(position.severity().name());
          IncidentCursors.writeTime(out, position.createdAt());
          out.writeUTF(position.id());
          IncidentCursors.writeTime(out, position.since());
        });
  }

  /** The place that a cursor of this list stands for; others are refused. */
  SeverityPosition decode(String cursor) {
    return SealedCursor.open(
        binding,
        cursor,
        in ->
            new SeverityPosition(
                severity(in.readUTF()),
                IncidentCursors.readTime(in),
                in.readUTF(),
                IncidentCursors.readTime(in)));
  }

  private static Severity severity(String name) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equals(name))
        .findFirst()
        .orElseThrow(SealedCursor::refusal);
  }
}
