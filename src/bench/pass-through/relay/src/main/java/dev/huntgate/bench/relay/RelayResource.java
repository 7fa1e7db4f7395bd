package dev.huntgate.bench.relay;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Hands calls on to upstream and its answers back, unread: the least that Quarkus can add. */
@Path("/security")
public class RelayResource {

  private final Upstream upstream;

  RelayResource(@RestClient Upstream upstream) {
    this.upstream = upstream;
  }

  /** The answer to a hunt. */
  @POST
  @Path("/runHuntingQuery")
  @Consumes("application/json")
  @Produces("application/json")
  public Uni<byte[]> hunt(@HeaderParam("Authorization") String authorization, byte[] query) {
    return upstream.hunt(authorization, query);
  }

  /** A page of incidents. */
  @GET
  @Path("/incidents")
  @Produces("application/json")
  public Uni<byte[]> incidents(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("$filter") String filter,
      @QueryParam("$orderby") String order,
      @QueryParam("$top") String top,
      @QueryParam("$expand") String expand) {
    return upstream.incidents(authorization, filter, order, top, expand);
  }
}
