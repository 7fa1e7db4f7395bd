package dev.huntgate.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A place in a list by severity: just behind the incident with this severity, creation time and id.
 *
 * @param since the earliest creation time of the list, inclusive
 */
public record SeverityPosition(Severity severity, Instant createdAt, String id, Instant since) {

  private static final List<Severity> WORST_FIRST =
      List.of(
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.INFORMATIONAL,
          Severity.UNRECOGNIZED,
          Severity.UNKNOWN);

  /** The worst first, then the newest, then by id from the highest. */
  static final Comparator<Incident> ORDER =
      Comparator.<Incident>comparingInt(incident -> rank(incident.severity()))
          .thenComparing(IncidentOrder.CREATED.comparator());

  /** The place just behind an incident. */
  public static SeverityPosition of(Incident incident, Instant since) {
    return new SeverityPosition(incident.severity(), incident.createdAt(), incident.id(), since);
  }

  /** Whether an incident comes after this place. */
  boolean precedes(Incident incident) {
    int order = Integer.compare(rank(incident.severity()), rank(severity));
    return order > 0
        || (order == 0
            && new IncidentPosition(createdAt, id, null)
                .precedes(incident.createdAt(), incident.id()));
  }

  private static int rank(Severity severity) {
    return WORST_FIRST.indexOf(severity);
  }
}
