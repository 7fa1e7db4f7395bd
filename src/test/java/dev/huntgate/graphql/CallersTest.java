package dev.huntgate.graphql;

import static dev.huntgate.graphql.GraphQl.as;
import static dev.huntgate.graphql.GraphQl.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of callers between requests, and what crosses from one to another. */
@QuarkusTest
@TestProfile(WithTokens.class)
class CallersTest {

  private static final IssuerForTests ISSUER = IssuerForTests.named(WithTokens.ISSUER);
  private static final Permission ADHOC = Permission.HUNTING_ADHOC;

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;

  @BeforeAll
  static void start() {
    ISSUER.start();
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(Samples.rows(5));
  }

  @Test
  void servesReadyBytes_toNobodyWhoMayNotHunt() {
    String document = "{ hunt(kql: \"Ready\") { rowCount } }";
    String hunter = ISSUER.token(ADHOC);
    List<Response> answers =
        IntStream.range(0, 4).mapToObj(time -> post(hunter, document)).toList();
    assertNotNull(answers.get(3).header("ETag"));

    String other = ISSUER.token(Permission.INCIDENTS_READ, Permission.HUNTING_SAVED);
    for (int time = 0; time < 3; time++) {
      Response refused = post(other, document);
      refused.then().body("errors[0].extensions.code", equalTo("FORBIDDEN"));
      refused.then().body("data.hunt", nullValue());
      assertNull(refused.header("ETag"));
    }
    post(null, document).then().statusCode(401);
    post(ISSUER.expired(ADHOC), document).then().statusCode(401);
    assertEquals(1, upstream.hunts());
  }

  @Test
  void booksWhatEachSpent_underTheirNames() {
    String bob =
        ISSUER.sign(
            ISSUER.claims(ADHOC).remove("preferred_username").claim("preferred_username", "bob"));
    String app =
        ISSUER.sign(ISSUER.claims(ADHOC).remove("preferred_username").claim("azp", "dashboard"));
    for (int time = 0; time < 2; time++) {
      post(bob, "{ hunt(kql: \"OfBob\") { id } }").then().body("errors", nullValue());
    }
    post(app, "{ hunt(kql: \"OfBob\") { id } }").then().body("errors", nullValue());

    post(ISSUER.token(Permission.ADMIN), "{ spending(by: CALLER) { caller calls hits } }")
        .then()
        .body("data.spending.caller", hasItems("bob", "dashboard"))
        .body("data.spending.find { it.caller == 'dashboard' }.hits", equalTo(1));
  }

  @Test
  void knowsATokenAgain_withoutAskingItsIssuer() {
    String token = ISSUER.token();
    post(token, "{ quota { operation } }").then().statusCode(200);
    int asked = ISSUER.asked();
    for (int time = 0; time < 20; time++) {
      post(token, "{ quota { operation } }").then().statusCode(200);
      post(ISSUER.token(), "{ quota { operation } }").then().statusCode(200);
    }
    assertEquals(asked, ISSUER.asked());
  }

  static Stream<String> bad() {
    String good = ISSUER.token(Permission.values());
    String[] parts = good.split("\\.");
    String unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        "",
        "x",
        "a.b.c",
        "..",
        "opaque-0123456789",
        parts[0] + "." + parts[1] + ".",
        parts[0] + "." + parts[1],
        unsigned + "." + parts[1] + ".",
        unsigned + "." + parts[1] + "." + parts[2],
        good + "x",
        good + "." + parts[2],
        "x".repeat(4_000),
        ISSUER.sign(ISSUER.claims(Permission.ADMIN).issuer("https://another.example")),
        ISSUER.claims(Permission.ADMIN).jws().keyId("unknown").signWithSecret("x".repeat(64)),
        ISSUER.sign(ISSUER.claims().remove("preferred_username").remove("sub")));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void answers401_toWhatIsNoTokenOfTheIssuers(String token) {
    post(token, "{ quota { operation } }")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "bearertoken", "DPoP x"})
  void answers401_toOtherCredentials(String header) {
    given()
        .header("Authorization", header)
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{ __typename }"))
        .post("/graphql")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql;a=b",
        "/;a=b/graphql",
        "/graphql/;.js",
        "/q/metrics;a=b",
        "/q;a=b/metrics",
        "/q/health;/../metrics",
        "/q/graphql-ui;/../../graphql",
        "/graphql/schema.graphql;a"
      })
  void answers401_onPathsWithParameters(String path) {
    given()
        .urlEncodingEnabled(false)
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{ __typename }"))
        .post(path)
        .then()
        .statusCode(401);
    given().urlEncodingEnabled(false).get(path).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/..;/metrics", "/sandbox/..;/graphql"})
  void findsNothing_onPathsThatOnlySeemToLeadOut(String path) {
    given().urlEncodingEnabled(false).get(path).then().statusCode(404);
  }

  @Test
  void answers403_toWhoAsksForATenantThatIsNotServed() {
    String token = ISSUER.sign(ISSUER.claims(ADHOC).claim("tenant", "acme"));
    post(token, "{ quota { operation } }")
        .then()
        .statusCode(403)
        .header("RateLimit", nullValue())
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    as(ISSUER.token(ADHOC))
        .header("Huntgate-Tenant", "acme")
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{ quota { operation } }"))
        .post("/graphql")
        .then()
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    String named = ISSUER.sign(ISSUER.claims(ADHOC).claim("tenant", "Default"));
    post(named, "{ quota { operation } }")
        .then()
        .statusCode(200)
        .header("RateLimit", notNullValue())
        .body("data.quota.operation", hasItem("HUNTING"));
  }

  @Test
  void leavesTheSandboxsOwnTokensAlone() {
    String token =
        given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "huntgate-sandbox")
            .formParam("client_secret", "sandbox-only")
            .formParam("scope", "https://graph.microsoft.com/.default")
            .post("/sandbox/login/sandbox/oauth2/v2.0/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    as(token).get("/sandbox/graph/v1.0/security/incidents").then().statusCode(200);
    as(ISSUER.token()).get("/sandbox/graph/v1.0/security/incidents").then().statusCode(401);
    post(token, "{ __typename }").then().statusCode(401);
  }
}
