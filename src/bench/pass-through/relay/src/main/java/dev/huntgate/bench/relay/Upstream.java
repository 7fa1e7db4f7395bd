package dev.huntgate.bench.relay;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the relay calls. */
@RegisterRestClient(configKey = "upstream")
@Path("/security")
public interface Upstream {

  @POST
  @Path("/runHuntingQuery")
  @Consumes("application/json")
  Uni<byte[]> hunt(@HeaderParam("Authorization") String authorization, byte[] query);

  @GET
  @Path("/incidents")
  Uni<byte[]> incidents(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("$filter") String filter,
      @QueryParam("$orderby") String order,
      @QueryParam("$top") String top,
      @QueryParam("$expand") String expand);
}
