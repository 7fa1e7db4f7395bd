package dev.huntgate.upstream;

import dev.huntgate.incident.AlertStatus;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.Severity;
import dev.huntgate.incident.Unrecognized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object's enum values, of either family and of any age, and remembers those it does not
 * know.
 */
public final class Vocabulary {

  private static final Map<String, Severity> SEVERITIES =
      Map.of("UN_SPECIFIED", Severity.UNKNOWN, "UNSPECIFIED", Severity.UNKNOWN);
  private static final Map<String, AlertStatus> ALERT_STATUSES =
      Map.of("ACTIVE", AlertStatus.NEW, "UN_SPECIFIED", AlertStatus.UNKNOWN);
  private static final Map<String, Determination> DETERMINATIONS =
      Map.of(
          "NOT_AVAILABLE", Determination.UNKNOWN,
          "COMPROMISED_USER", Determination.COMPROMISED_ACCOUNT,
          "CLEAN", Determination.NOT_MALICIOUS,
          "NO_ENOUGH_DATA_TO_VALIDATE", Determination.NOT_ENOUGH_DATA_TO_VALIDATE,
          "INSUFFICIENT_DATA", Determination.NOT_ENOUGH_DATA_TO_VALIDATE,
          "CONFIRMED_USER_ACTIVITY", Determination.CONFIRMED_ACTIVITY);

  private final Fields fields;
  private final List<Unrecognized> unrecognized = new ArrayList<>();

  public Vocabulary(Fields fields) {
    this.fields = fields;
  }

  public IncidentStatus incidentStatus() {
    return read(
        "status",
        IncidentStatus.class,
        Map.of(),
        IncidentStatus.ACTIVE,
        IncidentStatus.UNRECOGNIZED);
  }

  public AlertStatus alertStatus() {
    return read(
        "status", AlertStatus.class, ALERT_STATUSES, AlertStatus.UNKNOWN, AlertStatus.UNRECOGNIZED);
  }

  public Severity severity() {
    return read("severity", Severity.class, SEVERITIES, Severity.UNKNOWN, Severity.UNRECOGNIZED);
  }

  public Classification classification() {
    return read(
        "classification",
        Classification.class,
        Map.of(),
        Classification.UNKNOWN,
        Classification.UNRECOGNIZED);
  }

  public Determination determination() {
    return read(
        "determination",
        Determination.class,
        DETERMINATIONS,
        Determination.UNKNOWN,
        Determination.UNRECOGNIZED);
  }

  /** The values read so far that this version does not know. */
  public List<Unrecognized> unrecognized() {
    return List.copyOf(unrecognized);
  }

  private <E extends Enum<E>> E read(
      String field, Class<E> type, Map<String, E> others, E whenAbsent, E whenUnknown) {
    @Nullable String theirs = fields.text(field);
    if (theirs == null) {
      return whenAbsent;
    }
    String ours = Spelling.ours(theirs);
    E other = others.get(ours);
    if (other != null) {
      return other;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(ours) && value != whenUnknown) {
        return value;
      }
    }
    unrecognized.add(new Unrecognized(field, theirs));
    return whenUnknown;
  }
}
