package dev.huntgate.upstream;

import dev.huntgate.access.Tenant;
import dev.huntgate.upstream.Connection.Limits;
import java.net.URI;
import java.time.Duration;

/** Makes connections to servers of a test. */
public final class ConnectionsForTests {

  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20);

  private ConnectionsForTests() {}

  public static Connection connection(UpstreamFamily family, String baseUrl) {
    return connection(family, baseUrl, LIMITS, new Credentials.ClientSecret("s3cret"));
  }

  public static Connection connection(
      UpstreamFamily family, String baseUrl, Limits limits, Credentials credentials) {
    return new Connection(
        Tenant.DEFAULT,
        family,
        "directory-1",
        "client-1",
        credentials,
        URI.create(baseUrl),
        URI.create(baseUrl + "/directory-1/oauth2/v2.0/token"),
        Cloud.GLOBAL.scope(family),
        URI.create("https://portal.example"),
        limits);
  }
}
