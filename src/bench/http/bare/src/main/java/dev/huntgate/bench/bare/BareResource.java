package dev.huntgate.bench.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;

/** An end point that answers every request with the bytes of one file, and does nothing else. */
@Path("/graphql")
public class BareResource {

  private final byte[] bytes;

  BareResource() throws IOException {
    this.bytes = Files.readAllBytes(java.nio.file.Path.of(System.getenv("BARE_BYTES")));
  }

  /** The bytes, whatever was asked. */
  @POST
  @NonBlocking
  @Consumes("application/json")
  @Produces("application/json")
  public byte[] answer(byte[] request) {
    return bytes;
  }
}
