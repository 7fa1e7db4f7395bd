package dev.huntgate.incident;

import java.util.List;
import java.util.stream.Stream;

/** A side of incidents by which they can be counted. */
public enum IncidentFacet {
  SEVERITY,
  STATUS,
  CLASSIFICATION,
  DETERMINATION,
  /** Who works on it; an empty value for nobody. */
  ASSIGNED_TO,
  TAG,
  SERVICE_SOURCE,
  TECHNIQUE;

  /** Whether an incident's alerts have to be read to know. */
  boolean needsAlerts() {
    return this == SERVICE_SOURCE || this == TECHNIQUE;
  }

  /** What an incident counts as, each value once; nothing where it has no such side. */
  List<String> values(Incident incident) {
    return switch (this) {
      case SEVERITY -> List.of(incident.severity().name());
      case STATUS -> List.of(incident.status().name());
      case CLASSIFICATION -> List.of(incident.classification().name());
      case DETERMINATION -> List.of(incident.determination().name());
      case ASSIGNED_TO -> List.of(incident.assignedTo() == null ? "" : incident.assignedTo());
      case TAG -> incident.tags().stream().distinct().toList();
      case SERVICE_SOURCE ->
          alerts(incident)
              .flatMap(alert -> Stream.ofNullable(alert.serviceSource()))
              .distinct()
              .toList();
      case TECHNIQUE ->
          alerts(incident).flatMap(alert -> alert.mitreTechniques().stream()).distinct().toList();
    };
  }

  private static Stream<Alert> alerts(Incident incident) {
    return incident.alerts() == null ? Stream.empty() : incident.alerts().stream();
  }
}
