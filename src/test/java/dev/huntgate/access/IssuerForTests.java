package dev.huntgate.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * An issuer of tokens with discovery and one key.
 *
 * <p>The application under test and its profile may see it through different class loaders, so what
 * they share is in system properties. An application asks for the keys once, so they last.
 */
public final class IssuerForTests implements AutoCloseable {

  public static final String AUDIENCE = "api://huntgate";

  private static final String KEY_ID = "test";
  private static final RsaJsonWebKey FORGER = key("forger");

  private final WireMockServer server;
  private final int port;
  private final RsaJsonWebKey key;

  private IssuerForTests(String name) {
    this.port = port(name);
    this.key = key(name);
    this.server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").port(port));
  }

  /** The issuer of this name, which does not listen yet. */
  public static IssuerForTests named(String name) {
    return new IssuerForTests(name);
  }

  /** The settings of an application that takes this issuer's tokens. */
  public static Map<String, String> settings(String name) {
    return Map.of(
        "huntgate.auth",
        "oidc",
        "huntgate.auth.issuer",
        "http://127.0.0.1:" + port(name),
        "huntgate.auth.audience",
        AUDIENCE);
  }

  /** Answers from now on. */
  public IssuerForTests start() {
    server.start();
    server.stubFor(
        get("/.well-known/openid-configuration")
            .willReturn(
                okJson("{\"issuer\": \"%s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(address()))));
    server.stubFor(get("/keys").willReturn(okJson("{\"keys\": [" + key.toJson() + "]}")));
    return this;
  }

  /** How many requests arrived. */
  public int asked() {
    return server.getAllServeEvents().size();
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** A token of alice's with these permissions. */
  public String token(Permission... permissions) {
    return sign(claims(permissions));
  }

  /** The claims of such a token, to be changed. */
  public JwtClaimsBuilder claims(Permission... permissions) {
    List<String> roles = Arrays.stream(permissions).map(Permission::text).toList();
    return Jwt.claims()
        .issuer(address())
        .audience(AUDIENCE)
        .subject("1b2c")
        .claim("preferred_username", "alice")
        .claim("roles", roles)
        .expiresIn(Duration.ofMinutes(5));
  }

  public String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId(KEY_ID).sign(key.getPrivateKey());
  }

  public String expired(Permission... permissions) {
    long hourAgo = Clock.systemUTC().instant().minusSeconds(3_600).getEpochSecond();
    return sign(claims(permissions).issuedAt(hourAgo - 60).expiresAt(hourAgo));
  }

  public String forOthers(Permission... permissions) {
    return sign(claims(permissions).audience("api://another"));
  }

  /** A token that somebody else signed, who says that it was this issuer. */
  public String forged(Permission... permissions) {
    return claims(permissions).jws().keyId(KEY_ID).sign(FORGER.getPrivateKey());
  }

  @Override
  public void close() {
    server.stop();
  }

  private static int port(String name) {
    return Integer.parseInt(
        kept("issuer-for-tests." + name + ".port", () -> Integer.toString(freePort())));
  }

  private static RsaJsonWebKey key(String name) {
    String json =
        kept(
            "issuer-for-tests." + name + ".key",
            () -> made().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    try {
      return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(json);
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RsaJsonWebKey made() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2_048);
      key.setKeyId(KEY_ID);
      key.setAlgorithm("RS256");
      key.setUse("sig");
      return key;
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String kept(String name, java.util.function.Supplier<String> made) {
    Properties properties = System.getProperties();
    return (String) properties.computeIfAbsent(name, absent -> made.get());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
