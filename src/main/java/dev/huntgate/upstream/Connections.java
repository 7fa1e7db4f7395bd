package dev.huntgate.upstream;

import dev.huntgate.access.Tenant;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.Credentials.Certificate;
import dev.huntgate.upstream.Credentials.ClientSecret;
import dev.huntgate.upstream.Credentials.FederatedToken;
import dev.huntgate.upstream.Credentials.SecretFile;
import dev.huntgate.upstream.TenantsConfig.TenantConfig;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads connections off the configuration, and says in words what is wrong with it. */
public final class Connections {

  private Connections() {}

  /**
   * The configured tenants' connections.
   *
   * @throws IllegalArgumentException with a message for the operator that names the setting
   */
  public static List<Connection> of(TenantsConfig config, LimitsConfig limits) {
    List<Connection> connections = new ArrayList<>();
    config
        .tenants()
        .forEach(
            (name, tenant) ->
                connections.add(connection(Tenant.named(name), tenant, config, limits(limits))));
    return List.copyOf(connections);
  }

  /** The configured limits. */
  public static Limits limits(LimitsConfig limits) {
    return new Limits(
        limits.connectTimeout(),
        limits.incidentTimeout(),
        limits.huntTimeout(),
        limits.maxResponseBytes());
  }

  private static Connection connection(
      Tenant tenant, TenantConfig config, TenantsConfig all, Limits limits) {
    UpstreamFamily family = config.upstream().orElse(all.upstream());
    Cloud cloud = config.cloud();
    URI login =
        secure(tenant, "LOGIN_URL", config.loginUrl().orElse(cloud.loginUrl()), config.plainHttp());
    return new Connection(
        tenant,
        family,
        config.tenantId(),
        config.clientId(),
        credentials(tenant, config),
        secure(
            tenant, "BASE_URL", config.baseUrl().orElse(cloud.baseUri(family)), config.plainHttp()),
        URI.create(withoutSlash(login) + "/" + config.tenantId() + "/oauth2/v2.0/token"),
        config.scope().orElse(cloud.scope(family)),
        config.portalUrl().orElse(cloud.portalUrl()),
        limits);
  }

  private static Credentials credentials(Tenant tenant, TenantConfig config) {
    List<Credentials> given = new ArrayList<>();
    config.clientSecret().ifPresent(secret -> given.add(new ClientSecret(secret)));
    config.clientSecretFile().ifPresent(file -> given.add(new SecretFile(file)));
    config
        .certificateFile()
        .ifPresent(
            file -> given.add(new Certificate(file, config.certificatePassword().orElse(""))));
    config.federatedTokenFile().ifPresent(file -> given.add(new FederatedToken(file)));
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "Tenant %s needs exactly one of %s, %s, %s and %s; %d are set."
              .formatted(
                  tenant,
                  setting(tenant, "CLIENT_SECRET"),
                  setting(tenant, "CLIENT_SECRET_FILE"),
                  setting(tenant, "CERTIFICATE_FILE"),
                  setting(tenant, "FEDERATED_TOKEN_FILE"),
                  given.size()));
    }
    return given.get(0);
  }

  private static URI secure(Tenant tenant, String name, URI uri, boolean plainHttp) {
    String setting = setting(tenant, name);
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          setting + " has to be an address without user, query and fragment.");
    }
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    if (uri.getHost() == null || !(tls || (plain && (plainHttp || isLoopback(uri.getHost()))))) {
      throw new IllegalArgumentException(
          setting
              + " has to be an https address (plain http only to this machine, or with "
              + setting(tenant, "PLAIN_HTTP")
              + "=true, which lets everybody on the way read tokens and data), not "
              + uri);
    }
    return uri;
  }

  /** Whether a connection's tokens or data can be read on their way to another machine. */
  public static boolean isExposed(Connection connection) {
    return Stream.of(connection.baseUri(), connection.tokenUri())
        .anyMatch(uri -> "http".equalsIgnoreCase(uri.getScheme()) && !isLoopback(uri.getHost()));
  }

  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost")
          || (host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  private static String setting(Tenant tenant, String name) {
    return "HUNTGATE_TENANTS_" + tenant.name().toUpperCase(Locale.ROOT) + "_" + name;
  }

  private static String withoutSlash(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
