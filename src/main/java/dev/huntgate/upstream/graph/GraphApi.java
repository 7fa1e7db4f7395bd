package dev.huntgate.upstream.graph;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph security over HTTP; every body comes as pieces of bytes. */
@Path("/security")
@Produces("application/json")
public interface GraphApi {

  /** Upstream holds back enum members that are newer than the API unless told to send them. */
  String ALL_MEMBERS = "include-unknown-enum-members";

  @GET
  @Path("/incidents")
  Multi<byte[]> incidents(
      @HeaderParam("Prefer") String prefer,
      @QueryParam("$filter") @Nullable String filter,
      @QueryParam("$orderby") String orderBy,
      @QueryParam("$top") int top,
      @QueryParam("$skip") @Nullable Integer skip,
      @QueryParam("$expand") @Nullable String expand);

  @GET
  @Path("/incidents/{id}")
  Multi<byte[]> incident(
      @HeaderParam("Prefer") String prefer,
      @PathParam("id") String id,
      @QueryParam("$expand") @Nullable String expand);

  @PATCH
  @Path("/incidents/{id}")
  @Consumes("application/json; charset=utf-8")
  Multi<byte[]> update(
      @HeaderParam("Prefer") String prefer, @PathParam("id") String id, byte[] body);

  @POST
  @Path("/incidents/{id}/comments")
  @Consumes("application/json; charset=utf-8")
  Multi<byte[]> comment(@PathParam("id") String id, byte[] body);

  @POST
  @Path("/runHuntingQuery")
  @Consumes("application/json; charset=utf-8")
  Multi<byte[]> runHuntingQuery(byte[] body);
}
