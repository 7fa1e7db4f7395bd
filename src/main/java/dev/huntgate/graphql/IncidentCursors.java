package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPosition;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cursors of one list of incidents: that of one tenant, order and filter. */
final class IncidentCursors {

  private final Binding binding;

  IncidentCursors(Tenant tenant, IncidentOrder order, IncidentFilter filter) {
    this.binding = binding(tenant, order.name(), filter);
  }

  /** What cursors of a tenant's incidents in this order and with this filter are bound to. */
  static Binding binding(Tenant tenant, String order, IncidentFilter filter) {
    return Binding.of(
        "incidents",
        tenant,
        order,
        filter.severities().toString(),
        filter.statuses().toString(),
        filter.classifications().toString(),
        filter.determinations().toString(),
        filter.assignedTo() == null ? "anyone" : "only " + filter.assignedTo(),
        String.valueOf(filter.createdFrom()),
        String.valueOf(filter.createdBefore()),
        String.valueOf(filter.updatedFrom()),
        String.valueOf(filter.updatedBefore()),
        filter.content().tags().toString(),
        filter.content().serviceSources().toString(),
        filter.content().techniques().toString(),
        filter.content().text() == null ? "any text" : "text " + filter.content().text());
  }

  String encode(IncidentPosition position) {
    return SealedCursor.seal(
        binding,
        out -> {
          writeTime(out, position.time());
          out.writeUTF(position.id());
          out.writeBoolean(position.floor() != null);
          if (position.floor() != null) {
            writeTime(out, position.floor());
          }
        });
  }

  /** The place that a cursor of this list stands for; others are refused. */
  IncidentPosition decode(String cursor) {
    return SealedCursor.open(
        binding,
        cursor,
        in -> {
          Instant time = readTime(in);
          String id = in.readUTF();
          @Nullable Instant floor = in.readBoolean() ? readTime(in) : null;
          return new IncidentPosition(time, id, floor);
        });
  }

  static void writeTime(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  static Instant readTime(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
