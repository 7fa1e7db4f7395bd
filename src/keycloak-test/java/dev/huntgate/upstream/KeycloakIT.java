package dev.huntgate.upstream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.Credentials.Certificate;
import dev.huntgate.upstream.Credentials.ClientSecret;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real Keycloak: callers', and those that Huntgate itself gets by its credentials. */
@QuarkusTest
@TestProfile(KeycloakIT.WithKeycloak.class)
class KeycloakIT {

  /** Takes the realm's tokens, which is not there yet as the application starts. */
  public static class WithKeycloak implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "huntgate.auth",
          "oidc",
          "huntgate.auth.issuer",
          KeycloakServer.issuer().toString(),
          "huntgate.auth.audience",
          KeycloakServer.AUDIENCE);
    }
  }

  private static final String INCIDENTS = "{ incidents(first: 1) { nodes { id } } }";
  private static final String HUNT = "{ hunt(kql: \"DeviceInfo | take 1\") { rowCount } }";
  private static final String SPENDING = "{ spending(by: CALLER) { caller } }";

  @TempDir private static Path directory;
  private static Path keyStore;
  private static KeycloakServer keycloak;

  @Inject OidcClients clients;

  @BeforeAll
  static void start() throws Exception {
    keyStore = KeyStoresForTests.create(directory, "PKCS12");
    keycloak = KeycloakServer.start(KeyStoresForTests.certificate(keyStore).getEncoded());
  }

  @AfterAll
  static void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void letsAPersonDo_whatTheirRolesGrant() {
    String token = password("front-end");
    ask(token, INCIDENTS)
        .body("errors", nullValue())
        .body("data.incidents.nodes.size()", equalTo(1));
    ask(token, HUNT).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    ask(token, SPENDING)
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
        .body("errors[0].message", containsString("alice"));
  }

  @Test
  void refusesAPersonsToken_forAnotherAudience() {
    given()
        .header("Authorization", "Bearer " + password("elsewhere"))
        .contentType(ContentType.JSON)
        .body(Map.of("query", INCIDENTS))
        .post("/graphql")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("another audience"));
  }

  @Test
  void getsATokenByASecret_andLetsItsServiceHunt() {
    String token = own("dashboard", new ClientSecret("dashboard-secret"));
    ask(token, HUNT).body("data.hunt.rowCount", equalTo(1));
    ask(token, HUNT).body("errors", nullValue());
    ask(token, SPENDING).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    String administrator = own("signing", new Certificate(keyStore, KeyStoresForTests.PASSWORD));
    ask(administrator, SPENDING).body("data.spending.caller", hasItem("service-account-dashboard"));
  }

  @Test
  void getsATokenByASignature_andLetsItsServiceSeeTheMetrics() {
    String token = own("signing", new Certificate(keyStore, KeyStoresForTests.PASSWORD));
    ask(token, INCIDENTS).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    given()
        .header("Authorization", "Bearer " + token)
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("huntgate_"));
  }

  @Test
  void isDenied_whenTheSecretIsWrong() {
    FailureException denied =
        assertThrows(FailureException.class, () -> own("dashboard", new ClientSecret("guessed")));
    assertEquals(FailureCode.UPSTREAM_DENIED, denied.failure().code());
  }

  private static String password(String client) {
    return given()
        .formParam("grant_type", "password")
        .formParam("client_id", client)
        .formParam("username", "alice")
        .formParam("password", "alice-secret")
        .post(KeycloakServer.tokenUri())
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private String own(String client, Credentials credentials) {
    Connection connection =
        new Connection(
            new Tenant(client),
            UpstreamFamily.GRAPH,
            KeycloakServer.REALM,
            client,
            credentials,
            KeycloakServer.issuer(),
            KeycloakServer.tokenUri(),
            "huntgate",
            KeycloakServer.issuer(),
            new Limits(
                Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20));
    return new OidcTokenSource(connection, clients, Clock.systemUTC())
        .accessToken()
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private static ValidatableResponse ask(String token, String document) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(200);
  }
}
