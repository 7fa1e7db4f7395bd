package dev.huntgate.upstream.defender;

import dev.huntgate.incident.Determination;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.upstream.ChangeBody;
import dev.huntgate.upstream.Spelling;
import org.jspecify.annotations.Nullable;

/** Writes changes in the defender family's shape; an empty owner means nobody there. */
final class DefenderChanges {

  private DefenderChanges() {}

  static byte[] body(IncidentChange change) {
    return new ChangeBody()
        .put("status", spelled(change.status()))
        .put("assignedTo", change.assignedTo())
        .put("classification", spelled(change.classification()))
        .put("determination", spelled(change.determination()))
        .put("tags", change.tags())
        .put("comment", change.comment())
        .bytes();
  }

  private static @Nullable String spelled(@Nullable Enum<?> value) {
    if (value == Determination.UNKNOWN) {
      return "NotAvailable";
    }
    if (value == Determination.NOT_ENOUGH_DATA_TO_VALIDATE) {
      return "NoEnoughDataToValidate";
    }
    return value == null ? null : Spelling.pascalCase(value);
  }
}
