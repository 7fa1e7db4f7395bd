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

/** The imitation of the native family's hunting. */
@Path("/sandbox/defender/api/advancedhunting/run")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class DefenderHuntingResource {

  private final DefenderDesk desk;
  private final HuntRunner hunts;
  private final Clock clock;

  @Inject
  DefenderHuntingResource(DefenderDesk desk, HuntRunner hunts, Clock clock) {
    this.desk = desk;
    this.hunts = hunts;
    this.clock = clock;
  }

  @POST
  public Response run(@Context HttpHeaders headers, String body) {
    return desk.serve(
        headers,
        Operation.HUNT,
        tenant ->
            new DefenderHuntingWriter(
                hunts.run(
                    ApiFamily.DEFENDER,
                    tenant,
                    HuntBody.ofDefender(body).query(),
                    Timespans.retained(clock.instant()))));
  }
}
