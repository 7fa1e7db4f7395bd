package dev.huntgate.shared;

import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and how to log on there.
 *
 * @param connection an address that holds the user and the password, to be shown to nobody
 * @param shown the same without them
 * @param certificates a PEM file of certificates to trust; null for the JVM's own
 */
record RedisAddress(String connection, String shown, boolean tls, @Nullable Path certificates) {

  private static final int CONNECT_MILLIS = 2_000;

  /**
   * Reads the address off the configuration.
   *
   * @throws IllegalArgumentException with words for the operator, without any secret
   */
  static RedisAddress of(String address, SharedConfig config) {
    URI uri;
    try {
      uri = new URI(address.trim());
    } catch (URISyntaxException unreadable) {
      throw refused();
    }
    boolean tls = "rediss".equals(uri.getScheme());
    if ((!tls && !"redis".equals(uri.getScheme())) || uri.getHost() == null) {
      throw refused();
    }
    String path = uri.getPath() == null || uri.getPath().equals("/") ? "" : uri.getPath();
    if (!path.matches("(/\\d{1,4})?") || uri.getQuery() != null || uri.getFragment() != null) {
      throw refused();
    }
    if (config.certificateFile().isPresent() && !tls) {
      throw new IllegalArgumentException(
          "HUNTGATE_SHARED_CERTIFICATE_FILE needs a rediss:// address in HUNTGATE_SHARED_REDIS.");
    }
    config.certificateFile().ifPresent(RedisAddress::requireReadable);
    String[] within = uri.getRawUserInfo() == null ? new String[0] : split(uri.getRawUserInfo());
    String user =
        config.user().map(RedisAddress::encoded).orElse(within.length > 0 ? within[0] : "");
    String password =
        config.password().map(RedisAddress::encoded).orElse(within.length > 1 ? within[1] : "");
    if (!user.isEmpty() && password.isEmpty()) {
      throw new IllegalArgumentException(
          "HUNTGATE_SHARED_REDIS has a user without a password. Set HUNTGATE_SHARED_PASSWORD.");
    }
    String place = uri.getHost() + ":" + (uri.getPort() < 0 ? 6379 : uri.getPort()) + path;
    String login = password.isEmpty() ? "" : user + ":" + password + "@";
    return new RedisAddress(
        uri.getScheme() + "://" + login + place,
        uri.getScheme() + "://" + place,
        tls,
        config.certificateFile().orElse(null));
  }

  /** How to connect there, each client with one connection. */
  RedisOptions options() {
    NetClientOptions net =
        new NetClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setTcpKeepAlive(true)
            .setTcpNoDelay(true);
    if (tls) {
      net.setHostnameVerificationAlgorithm("HTTPS");
      if (certificates != null) {
        net.setTrustOptions(new PemTrustOptions().addCertPath(certificates.toString()));
      }
    }
    return new RedisOptions()
        .setConnectionString(connection)
        .setNetClientOptions(net)
        // With HELLO it logs on; without, only where nobody may do anything before.
        .setProtocolNegotiation(true)
        .setPreferredProtocolVersion(ProtocolVersion.RESP2)
        .setPoolRecycleTimeout(-1)
        .setMaxPoolSize(1)
        .setMaxPoolWaiting(1);
  }

  @Override
  public String toString() {
    return shown;
  }

  private static void requireReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "HUNTGATE_SHARED_CERTIFICATE_FILE names a file that cannot be read: " + file);
    }
  }

  private static String[] split(String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new String[] {userInfo}
        : new String[] {userInfo.substring(0, colon), userInfo.substring(colon + 1)};
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "HUNTGATE_SHARED_REDIS is an address such as redis://host:6379 or rediss://host:6380/0;"
            + " what is set is not. Special characters in a password are percent-encoded there,"
            + " or the password is set as HUNTGATE_SHARED_PASSWORD.");
  }
}
