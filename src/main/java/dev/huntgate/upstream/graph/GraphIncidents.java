package dev.huntgate.upstream.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.access.Tenant;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.upstream.ODataFilter;
import dev.huntgate.upstream.Spelling;
import dev.huntgate.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tenant's incidents in Microsoft Graph. */
public final class GraphIncidents implements IncidentSource {

  /* Above this, Graph answers 400. */
  private static final int MAX_TOP = 50;
  private static final String CREATED = "createdDateTime";
  private static final String UPDATED = "lastUpdateDateTime";

  private final Upstream upstream;
  private final GraphApi api;
  private final GraphIncidentReader reader;

  public GraphIncidents(Upstream upstream) {
    this.upstream = upstream;
    this.api = upstream.incidentClient(GraphApi.class);
    this.reader = new GraphIncidentReader(upstream.connection());
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    int top = Math.min(MAX_TOP, Math.max(1, listing.wanted()));
    return upstream
        .incidents(
            () ->
                api.incidents(
                    GraphApi.ALL_MEMBERS,
                    filter(listing),
                    timeField(listing.order()) + " desc",
                    top,
                    listing.skip() == 0 ? null : listing.skip(),
                    expand(listing.withAlerts())))
        .map(answer -> batch(answer, top));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return upstream
        .incident(() -> api.incident(GraphApi.ALL_MEMBERS, id, expand(withAlerts)))
        .map(reader::read);
  }

  /** A remark is a call of its own. */
  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return change.comment() != null && change.changesFields()
        ? List.of(change.with(null), IncidentChange.commenting(change.comment()))
        : List.of(change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    String comment = step.comment();
    return comment == null
        ? upstream
            .change(() -> api.update(GraphApi.ALL_MEMBERS, id, GraphChanges.fields(step)))
            .map(answer -> Optional.of(reader.read(answer)))
        : upstream
            .change(() -> api.comment(id, GraphChanges.comment(comment)))
            .map(comments -> Optional.empty());
  }

  private IncidentBatch batch(JsonNode answer, int top) {
    List<Incident> incidents = new ArrayList<>();
    answer.path("value").forEach(node -> incidents.add(reader.read(node)));
    boolean more = answer.hasNonNull("@odata.nextLink") || incidents.size() >= top;
    return new IncidentBatch(incidents, more, true);
  }

  private static @Nullable String filter(IncidentListing listing) {
    IncidentFilter filter = listing.filter();
    return new ODataFilter()
        .from(timeField(listing.order()), listing.from())
        .to(timeField(listing.order()), listing.to())
        .from(CREATED, filter.createdFrom())
        .before(CREATED, filter.createdBefore())
        .from(UPDATED, filter.updatedFrom())
        .before(UPDATED, filter.updatedBefore())
        .oneOf("severity", names(filter.severities()))
        .oneOf("status", names(filter.statuses()))
        .oneOf("classification", names(filter.classifications()))
        .oneOf("determination", names(filter.determinations()))
        .oneOf("assignedTo", owner(filter.assignedTo()))
        .text();
  }

  /** What upstream is to filter by; nothing where a value has no name there. */
  private static List<String> names(List<? extends Enum<?>> values) {
    boolean nameless = values.stream().anyMatch(value -> value.name().equals("UNRECOGNIZED"));
    return nameless ? List.of() : values.stream().map(Spelling::camelCase).toList();
  }

  private static List<String> owner(@Nullable String assignedTo) {
    return assignedTo == null || assignedTo.isEmpty() ? List.of() : List.of(assignedTo);
  }

  private static String timeField(IncidentOrder order) {
    return order == IncidentOrder.CREATED ? CREATED : UPDATED;
  }

  private static @Nullable String expand(boolean withAlerts) {
    return withAlerts ? "alerts" : null;
  }
}
