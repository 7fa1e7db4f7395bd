package dev.huntgate.upstream;

import dev.huntgate.access.Tenant;
import java.net.URI;
import java.time.Duration;

/**
 * Where and how one tenant's upstream is reached.
 *
 * @param directoryId the tenant's id in the directory, a GUID or a domain name
 * @param clientId the application's id in that directory
 * @param baseUri the address under which the family's paths begin
 * @param tokenUri the login service's token end point
 * @param scope what the token is asked for
 * @param portalUri where people look at incidents
 */
public record Connection(
    Tenant tenant,
    UpstreamFamily family,
    String directoryId,
    String clientId,
    Credentials credentials,
    URI baseUri,
    URI tokenUri,
    String scope,
    URI portalUri,
    Limits limits) {

  /**
   * How long and how much an answer may be.
   *
   * @param connect for a connection to come up
   * @param incidents for a whole answer about incidents
   * @param hunt for a whole hunt
   * @param maxBytes the longest body in bytes, after decompression
   */
  public record Limits(Duration connect, Duration incidents, Duration hunt, long maxBytes) {}
}
