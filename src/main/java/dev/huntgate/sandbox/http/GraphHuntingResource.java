package dev.huntgate.sandbox.http;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The imitation of Microsoft Graph's hunting. */
@Path("/sandbox/graph/v1.0/security/{action:(microsoft\\.graph\\.security\\.)?runHuntingQuery}")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class GraphHuntingResource {

  private final GraphDesk desk;
  private final HuntRunner hunts;
  private final Clock clock;

  @Inject
  GraphHuntingResource(GraphDesk desk, HuntRunner hunts, Clock clock) {
    this.desk = desk;
    this.hunts = hunts;
    this.clock = clock;
  }

  @POST
  public Response run(@Context HttpHeaders headers, String body) {
    return desk.serve(
        headers,
        Operation.HUNT,
        tenant -> {
          HuntBody hunt = HuntBody.ofGraph(body);
          return new GraphHuntingWriter(
              hunts.run(
                  ApiFamily.GRAPH,
                  tenant,
                  hunt.query(),
                  Timespans.parse(hunt.timespan(), clock.instant())));
        });
  }
}
