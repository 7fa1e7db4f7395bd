package dev.huntgate.upstream.defender;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** api.security.microsoft.com over HTTP; every body comes as pieces of bytes. */
@Path("/api")
@Produces("application/json")
public interface DefenderApi {

  @GET
  @Path("/incidents")
  Multi<byte[]> incidents(
      @QueryParam("$filter") @Nullable String filter,
      @QueryParam("$top") int top,
      @QueryParam("$skip") @Nullable Integer skip);

  @GET
  @Path("/incidents/{id}")
  Multi<byte[]> incident(@PathParam("id") String id);

  @PATCH
  @Path("/incidents/{id}")
  @Consumes("application/json; charset=utf-8")
  Multi<byte[]> update(@PathParam("id") String id, byte[] body);

  @POST
  @Path("/advancedhunting/run")
  @Consumes("application/json; charset=utf-8")
  Multi<byte[]> runHuntingQuery(byte[] body);
}
