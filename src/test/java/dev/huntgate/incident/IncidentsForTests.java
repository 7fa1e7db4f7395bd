package dev.huntgate.incident;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes incidents of which only some fields matter. */
public final class IncidentsForTests {

  private IncidentsForTests() {}

  /** The use case over the same source for every caller. */
  public static Incidents over(IncidentSource source) {
    return new Incidents(caller -> source);
  }

  /** An incident as a change leaves it. */
  public static Incident changed(Incident old, IncidentChange change, Instant at) {
    List<Comment> comments = new ArrayList<>(old.comments());
    if (change.comment() != null) {
      comments.add(new Comment(change.comment(), "API-App:Huntgate", at));
    }
    String owner = change.assignedTo() == null ? old.assignedTo() : change.assignedTo();
    return new Incident(
        old.id(),
        old.name(),
        old.createdAt(),
        at,
        or(change.status(), old.status()),
        old.severity(),
        or(change.classification(), old.classification()),
        or(change.determination(), old.determination()),
        "".equals(owner) ? null : owner,
        old.redirectIncidentId(),
        or(change.tags(), old.tags()),
        old.systemTags(),
        comments,
        old.alerts(),
        old.description(),
        old.summary(),
        old.priorityScore(),
        old.lastModifiedBy(),
        old.resolvingComment(),
        old.tenantId(),
        old.portalUrl(),
        old.unrecognized());
  }

  /** An incident with these alerts, or with none read. */
  public static Incident with(
      @Nullable List<Alert> alerts, @Nullable String redirect, Incident old) {
    return new Incident(
        old.id(),
        old.name(),
        old.createdAt(),
        old.updatedAt(),
        redirect == null ? old.status() : IncidentStatus.REDIRECTED,
        old.severity(),
        old.classification(),
        old.determination(),
        old.assignedTo(),
        redirect,
        old.tags(),
        old.systemTags(),
        old.comments(),
        alerts,
        old.description(),
        old.summary(),
        old.priorityScore(),
        old.lastModifiedBy(),
        old.resolvingComment(),
        old.tenantId(),
        old.portalUrl(),
        old.unrecognized());
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
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
