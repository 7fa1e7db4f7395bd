package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Classification;
import dev.huntgate.sandbox.company.Comment;
import dev.huntgate.sandbox.company.Determination;
import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.IncidentDraft;
import dev.huntgate.sandbox.company.IncidentStatus;
import dev.huntgate.sandbox.company.IncidentStore;
import dev.huntgate.sandbox.company.Severity;
import dev.huntgate.sandbox.company.Spelled;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The imitation of Microsoft Graph's incidents. */
@Path("/sandbox/graph/v1.0/security/incidents")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class GraphIncidentsResource {

  static final String CONTEXT = "https://graph.microsoft.com/v1.0/$metadata#";
  private static final int LARGEST_PAGE = 50;
  private static final String APP = "API-App:Huntgate sandbox";
  private static final Set<String> LIST_OPTIONS =
      Set.of("$top", "$skip", "$filter", "$orderby", "$expand", "$count");
  private static final Map<String, FilterField> FIELDS =
      Map.of(
          "assignedTo", FilterField.text(Incident::assignedTo),
          "createdDateTime", FilterField.time(Incident::createdAt),
          "lastUpdateDateTime", FilterField.time(Incident::updatedAt),
          "classification",
              FilterField.member(Incident::classification, Spelled::graph, Classification.values()),
          "determination",
              FilterField.member(Incident::determination, Spelled::graph, Determination.values()),
          "severity", FilterField.member(Incident::severity, Spelled::graph, Severity.values()),
          "status", FilterField.member(Incident::status, Spelled::graph, IncidentStatus.values()));

  private final GraphDesk desk;
  private final IncidentStore store;
  private final Clock clock;

  @Inject
  GraphIncidentsResource(GraphDesk desk, IncidentStore store, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.clock = clock;
  }

  @GET
  public Response list(@Context HttpHeaders headers, @Context UriInfo uri) {
    return desk.serve(
        headers,
        Operation.LIST_INCIDENTS,
        tenant -> {
          var query = uri.getQueryParameters();
          PageRequest page = PageRequest.of(query, LARGEST_PAGE, LIST_OPTIONS);
          List<Incident> found =
              store.all().stream()
                  .filter(IncidentFilter.parse(query.getFirst("$filter"), FIELDS))
                  .sorted(GraphQueryOptions.order(query.getFirst("$orderby")))
                  .toList();
          GraphIncidentWriter writer = writer(tenant, headers, uri);
          ObjectNode body = Json.object();
          body.put("@odata.context", CONTEXT + "security/incidents");
          if ("true".equalsIgnoreCase(query.getFirst("$count"))) {
            body.put("@odata.count", found.size());
          }
          if (page.hasMore(found)) {
            body.put("@odata.nextLink", GraphQueryOptions.nextLink(uri, page));
          }
          body.set("value", Json.nodes(page.of(found).stream().map(writer::write).toList()));
          return body;
        });
  }

  @GET
  @Path("/{id}")
  public Response get(
      @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
    return desk.serve(
        headers,
        Operation.GET_INCIDENT,
        tenant ->
            entity(
                IncidentIds.parse(id)
                    .flatMap(store::find)
                    .orElseThrow(() -> Refusal.unknownIncident(id)),
                writer(tenant, headers, uri)));
  }

  @PATCH
  @Path("/{id}")
  public Response update(
      @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri, String body) {
    return desk.serve(
        headers,
        Operation.UPDATE_INCIDENT,
        tenant -> {
          IncidentPatch patch =
              IncidentPatch.of(
                  body,
                  Set.of("assignedTo", "classification", "determination", "status", "customTags"));
          return entity(
              IncidentIds.parse(id)
                  .flatMap(n -> store.change(n, clock.instant(), APP, d -> apply(patch, d)))
                  .orElseThrow(() -> Refusal.unknownIncident(id)),
              writer(tenant, headers, uri));
        });
  }

  @POST
  @Path("/{id}/comments")
  public Response comment(@PathParam("id") String id, @Context HttpHeaders headers, String body) {
    return desk.serve(
        headers,
        Operation.UPDATE_INCIDENT,
        tenant -> {
          String text = IncidentPatch.of(body, Set.of("comment")).text("comment");
          Comment comment = new Comment(text, APP, clock.instant());
          Incident changed =
              IncidentIds.parse(id)
                  .flatMap(n -> store.change(n, comment.at(), APP, d -> d.comment(comment)))
                  .orElseThrow(() -> Refusal.unknownIncident(id));
          ObjectNode answer = Json.object();
          answer.put(
              "@odata.context", CONTEXT + "Collection(microsoft.graph.security.alertComment)");
          return answer.set(
              "value",
              Json.nodes(changed.comments().stream().map(GraphIncidentWriter::comment).toList()));
        });
  }

  private static IncidentDraft apply(IncidentPatch patch, IncidentDraft draft) {
    patch.member("status", WritableValues.STATUSES, Spelled::graph).ifPresent(draft::status);
    patch
        .member("classification", WritableValues.CLASSIFICATIONS, Spelled::graph)
        .ifPresent(draft::classification);
    patch
        .member("determination", WritableValues.DETERMINATIONS, Spelled::graph)
        .ifPresent(draft::determination);
    if (patch.has("assignedTo")) {
      draft.assignedTo(patch.owner("assignedTo"));
    }
    if (patch.has("customTags")) {
      draft.tags(patch.texts("customTags"));
    }
    return draft;
  }

  private static ObjectNode entity(Incident incident, GraphIncidentWriter writer) {
    ObjectNode body = Json.object();
    body.put("@odata.context", CONTEXT + "security/incidents/$entity");
    return body.setAll(writer.write(incident));
  }

  private static GraphIncidentWriter writer(String tenant, HttpHeaders headers, UriInfo uri) {
    return new GraphIncidentWriter(
        tenant,
        GraphQueryOptions.expandsAlerts(uri.getQueryParameters().getFirst("$expand")),
        String.valueOf(headers.getHeaderString("Prefer")).contains("include-unknown-enum-members"));
  }
}
