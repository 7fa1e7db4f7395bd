package dev.huntgate.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are good, as Quarkus OIDC wants to know it.
 *
 * <p>It is told with a request and not at the start, so that the start neither waits for the issuer
 * nor fails with it.
 */
@Singleton
public final class OidcSettings implements TenantConfigResolver {

  private static final String ID = "callers";
  private static final String ANY = "any";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  /* Keys that are not known yet are fetched no more often: anybody can make up a key's id. */
  private static final Duration NEW_KEYS = Duration.ofMinutes(1);

  private final @Nullable OidcTenantConfig issuer;

  OidcSettings(AuthConfig config) {
    this.issuer =
        AuthMode.of(config) == AuthMode.OIDC && problem(config) == null ? issuer(config) : null;
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext exchange, OidcRequestContext<OidcTenantConfig> blocking) {
    return issuer == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(issuer);
  }

  /** What is wrong with the settings, in words for the operator; null when nothing is. */
  public static @Nullable String problem(AuthConfig config) {
    if (AuthMode.of(config) == AuthMode.NONE) {
      return null;
    }
    List<String> audience = config.audience().orElse(List.of());
    if (audience.isEmpty() || audience.contains(ANY)) {
      return "HUNTGATE_AUTH=oidc needs HUNTGATE_AUTH_AUDIENCE, what the tokens for Huntgate have in"
          + " their claim aud, such as api://huntgate; without it, tokens for other services would"
          + " be good here.";
    }
    if (config.issuer().isEmpty()) {
      return "HUNTGATE_AUTH=oidc needs HUNTGATE_AUTH_ISSUER, the issuer's address, such as"
          + " https://login.microsoftonline.com/<directory id>/v2.0.";
    }
    if (config.leeway().isNegative() || config.leeway().compareTo(Duration.ofMinutes(5)) > 0) {
      return "HUNTGATE_AUTH_LEEWAY has to be from PT0S to PT5M, not " + config.leeway() + ".";
    }
    if (config.publicKey().isPresent()) {
      return config.jwks().isPresent()
          ? "HUNTGATE_AUTH_PUBLIC_KEY and HUNTGATE_AUTH_JWKS are both set; remove one."
          : null;
    }
    if (!isSecure(config.issuer().get())) {
      return insecure("HUNTGATE_AUTH_ISSUER");
    }
    return config.jwks().filter(address -> !isSecure(address)).isPresent()
        ? insecure("HUNTGATE_AUTH_JWKS")
        : null;
  }

  private static OidcTenantConfig issuer(AuthConfig config) {
    String address = config.issuer().orElseThrow();
    OidcTenantConfigBuilder builder = OidcTenantConfig.builder();
    if (config.publicKey().isPresent()) {
      builder.publicKey(config.publicKey().get()).token().issuer(address).end();
    } else if (config.jwks().isPresent()) {
      builder
          .authServerUrl(address)
          .discoveryEnabled(false)
          .jwksPath(config.jwks().get())
          .token()
          .issuer(address)
          .end();
    } else {
      builder.authServerUrl(address);
    }
    return builder
        .tenantId(ID)
        .connectionTimeout(CONNECT)
        .token()
        .audience(config.audience().orElseThrow())
        .lifespanGrace((int) config.leeway().toSeconds())
        .forcedJwkRefreshInterval(NEW_KEYS)
        .allowJwtIntrospection(false)
        .allowOpaqueTokenIntrospection(false)
        .end()
        .build();
  }

  private static boolean isSecure(String address) {
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      return host != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(host)));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost")
          || (host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  private static String insecure(String setting) {
    return setting + " has to be an https address; plain http only to this machine.";
  }
}
