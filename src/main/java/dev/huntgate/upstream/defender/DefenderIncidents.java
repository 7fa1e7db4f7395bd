package dev.huntgate.upstream.defender;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.access.Tenant;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.upstream.ODataFilter;
import dev.huntgate.upstream.Spelling;
import dev.huntgate.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One tenant's incidents at api.security.microsoft.com. */
public final class DefenderIncidents implements IncidentSource {

  /* The most that upstream returns; asked for always, since only a page that is not full is whole. */
  private static final int TOP = 100;
  private static final String CREATED = "createdTime";
  private static final String UPDATED = "lastUpdateTime";
  private static final Set<IncidentStatus> STATUSES =
      EnumSet.of(
          IncidentStatus.ACTIVE,
          IncidentStatus.IN_PROGRESS,
          IncidentStatus.RESOLVED,
          IncidentStatus.REDIRECTED);

  private final Upstream upstream;
  private final DefenderApi api;
  private final DefenderIncidentReader reader;

  public DefenderIncidents(Upstream upstream) {
    this.upstream = upstream;
    this.api = upstream.incidentClient(DefenderApi.class);
    this.reader = new DefenderIncidentReader(upstream.connection());
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return upstream
        .incidents(
            () -> api.incidents(filter(listing), TOP, listing.skip() == 0 ? null : listing.skip()))
        .map(answer -> batch(answer, listing.withAlerts()));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return upstream.incident(() -> api.incident(id)).map(node -> reader.read(node, withAlerts));
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return List.of(change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return upstream
        .change(() -> api.update(id, DefenderChanges.body(step)))
        .map(answer -> Optional.of(reader.read(answer, false)));
  }

  private IncidentBatch batch(JsonNode answer, boolean withAlerts) {
    List<Incident> incidents = new ArrayList<>();
    answer.path("value").forEach(node -> incidents.add(reader.read(node, withAlerts)));
    boolean more = answer.hasNonNull("@odata.nextLink") || incidents.size() >= TOP;
    return new IncidentBatch(incidents, more, false);
  }

  /** Upstream filters by times, by one status and by owner; the rest is left to the caller. */
  private static @Nullable String filter(IncidentListing listing) {
    IncidentFilter filter = listing.filter();
    String time = listing.order() == IncidentOrder.CREATED ? CREATED : UPDATED;
    return new ODataFilter()
        .from(time, listing.from())
        .to(time, listing.to())
        .from(CREATED, filter.createdFrom())
        .before(CREATED, filter.createdBefore())
        .from(UPDATED, filter.updatedFrom())
        .before(UPDATED, filter.updatedBefore())
        .oneOf("status", status(filter.statuses()))
        .oneOf("assignedTo", owner(filter.assignedTo()))
        .text();
  }

  private static List<String> status(List<IncidentStatus> statuses) {
    return statuses.size() == 1 && STATUSES.contains(statuses.get(0))
        ? List.of(Spelling.pascalCase(statuses.get(0)))
        : List.of();
  }

  private static List<String> owner(@Nullable String assignedTo) {
    return assignedTo == null || assignedTo.isEmpty() ? List.of() : List.of(assignedTo);
  }
}
