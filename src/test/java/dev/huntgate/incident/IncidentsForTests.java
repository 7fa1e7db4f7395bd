package dev.huntgate.incident;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Makes incidents of which only some fields matter. */
public final class IncidentsForTests {

  private IncidentsForTests() {}

  /** The use case over the same source for every caller. */
  public static Incidents over(IncidentSource source) {
    return new Incidents(caller -> source);
  }

  public static Incident incident(String id, Instant createdAt, Instant updatedAt) {
    return incident(id, createdAt, updatedAt, Severity.MEDIUM);
  }

  public static Incident incident(
      String id, Instant createdAt, Instant updatedAt, Severity severity) {
    return new Incident(
        id,
        "Incident " + id,
        createdAt,
        updatedAt,
        IncidentStatus.ACTIVE,
        severity,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        URI.create("https://portal.example/incidents/" + id),
        List.of());
  }
}
