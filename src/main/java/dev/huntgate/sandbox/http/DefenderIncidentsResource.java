package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.DefenderOrder;
import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.company.Comment;
import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.IncidentDraft;
import dev.huntgate.sandbox.company.IncidentStatus;
import dev.huntgate.sandbox.company.IncidentStore;
import dev.huntgate.sandbox.company.Spelled;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The imitation of the native family's incidents. */
@Path("/sandbox/defender/api/incidents")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class DefenderIncidentsResource {

  private static final int LARGEST_PAGE = 100;
  private static final String CONTEXT =
      "https://api.security.microsoft.com/api/$metadata#Incidents";
  private static final Map<String, FilterField> FIELDS =
      Map.of(
          "assignedTo", FilterField.text(Incident::assignedTo),
          "createdTime", FilterField.time(Incident::createdAt),
          "lastUpdateTime", FilterField.time(Incident::updatedAt),
          "status",
              FilterField.member(Incident::status, Spelled::defender, IncidentStatus.values()));
  private static final Set<String> WRITABLE =
      Set.of("status", "assignedTo", "classification", "determination", "tags", "comment");
  private static final String APP = "API-App:Huntgate sandbox";

  private final DefenderDesk desk;
  private final IncidentStore store;
  private final Clock clock;
  private final Comparator<Incident> newestFirst;

  @Inject
  DefenderIncidentsResource(
      DefenderDesk desk, IncidentStore store, Clock clock, SandboxConfig config) {
    this.desk = desk;
    this.store = store;
    this.clock = clock;
    this.newestFirst =
        Comparator.comparing(
                config.defenderOrder() == DefenderOrder.CREATED
                    ? Incident::createdAt
                    : Incident::updatedAt)
            .thenComparing(Incident::id)
            .reversed();
  }

  @GET
  public Response list(@Context HttpHeaders headers, @Context UriInfo uri) {
    return desk.serve(
        headers,
        Operation.LIST_INCIDENTS,
        tenant -> {
          var query = uri.getQueryParameters();
          PageRequest page =
              PageRequest.of(query, LARGEST_PAGE, Set.of("$top", "$skip", "$filter"));
          List<Incident> found =
              store.all().stream()
                  .filter(IncidentFilter.parse(query.getFirst("$filter"), FIELDS))
                  .sorted(newestFirst)
                  .toList();
          ObjectNode body = Json.object();
          body.put("@odata.context", CONTEXT);
          return body.set(
              "value",
              Json.nodes(page.of(found).stream().map(DefenderIncidentWriter::write).toList()));
        });
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
    return desk.serve(
        headers,
        Operation.GET_INCIDENT,
        tenant ->
            entity(
                IncidentIds.parse(id)
                    .flatMap(store::find)
                    .orElseThrow(() -> Refusal.unknownIncident(id))));
  }

  @PATCH
  @Path("/{id}")
  public Response update(@PathParam("id") String id, @Context HttpHeaders headers, String body) {
    return desk.serve(
        headers,
        Operation.UPDATE_INCIDENT,
        tenant -> {
          IncidentPatch patch = IncidentPatch.of(body, WRITABLE);
          return entity(
              IncidentIds.parse(id)
                  .flatMap(n -> store.change(n, clock.instant(), APP, d -> apply(patch, d)))
                  .orElseThrow(() -> Refusal.unknownIncident(id)));
        });
  }

  private IncidentDraft apply(IncidentPatch patch, IncidentDraft draft) {
    patch.member("status", WritableValues.STATUSES, Spelled::defender).ifPresent(draft::status);
    DefenderVerdict.apply(patch, draft);
    if (patch.has("assignedTo")) {
      draft.assignedTo(patch.owner("assignedTo"));
    }
    if (patch.has("tags")) {
      draft.tags(patch.texts("tags"));
    }
    if (patch.has("comment")) {
      draft.comment(new Comment(patch.text("comment"), APP, clock.instant()));
    }
    return draft;
  }

  private static ObjectNode entity(Incident incident) {
    ObjectNode body = Json.object();
    body.put("@odata.context", CONTEXT + "/$entity");
    return body.setAll(DefenderIncidentWriter.write(incident));
  }
}
