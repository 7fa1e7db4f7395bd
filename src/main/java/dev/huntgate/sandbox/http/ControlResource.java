package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.IncidentStore;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/**
 * What upstream does not have: a hand on the company, for demonstrations and tests. It asks for no
 * token; the sandbox holds nothing that is real and is meant for the own machine.
 */
@Path("/sandbox/control/incidents")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class ControlResource {

  private static final int MOST = 1_000;

  private final IncidentStore store;
  private final Clock clock;

  @Inject
  ControlResource(IncidentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Lets new incidents come up now and answers their ids. */
  @POST
  public Response arrive(@QueryParam("count") @DefaultValue("1") String count) {
    int number;
    try {
      number = Integer.parseInt(count);
    } catch (NumberFormatException e) {
      number = 0;
    }
    ObjectNode body = Json.object();
    if (number < 1 || number > MOST) {
      body.put("error", "count has to be a number from 1 to " + MOST);
      return answer(Response.Status.BAD_REQUEST, body);
    }
    ArrayNode ids = body.put("arrived", number).putArray("ids");
    store.arrive(number, clock.instant()).forEach(incident -> ids.add(incident.id()));
    return answer(Response.Status.OK, body);
  }

  private static Response answer(Response.Status status, ObjectNode body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body.toString()).build();
  }
}
