package dev.huntgate.upstream;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** A login service's token end point over HTTP (RFC 6749, section 4.4). */
@Path("/")
@Produces("application/json")
public interface LoginApi {

  @POST
  @Path("/{endPoint}")
  @Consumes("application/x-www-form-urlencoded")
  Multi<byte[]> token(@PathParam("endPoint") String endPoint, byte[] form);
}
