package dev.huntgate.sandbox.http;

import static dev.huntgate.sandbox.http.Tokens.DEFENDER;
import static dev.huntgate.sandbox.http.Tokens.GRAPH;
import static dev.huntgate.sandbox.http.Tokens.asked;
import static dev.huntgate.sandbox.http.Tokens.authorized;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxProfile.class)
class TokenResourceTest {

  private static final String URL = Tokens.path("t1");
  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  @Test
  void grantsAToken_whenTheSecretIsRight() {
    asked(GRAPH)
        .formParam("client_secret", "sandbox-only")
        .post(URL)
        .then()
        .statusCode(200)
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(3599))
        .body("access_token", notNullValue());
  }

  @Test
  void grantsAToken_whenTheClientUsesBasicAuthentication() {
    given()
        .auth()
        .preemptive()
        .basic("huntgate-sandbox", "sandbox-only")
        .formParam("grant_type", "client_credentials")
        .formParam("scope", DEFENDER)
        .post(URL)
        .then()
        .statusCode(200);
  }

  @Test
  void grantsAToken_whenTheAssertionIsAJwt() {
    assertion(part("{\"alg\":\"PS256\"}") + "." + part("{\"sub\":\"x\"}") + "." + part("sig"), 200);
  }

  @Test
  void refuses_whenTheAssertionIsNoJwt() {
    assertion("not.a.jwt", 401);
    assertion("nonsense", 401);
    assertion(part("{\"alg\":\"none\"}") + "." + part("{}") + ".", 401);
  }

  @Test
  void refuses_whenTheSecretIsWrong() {
    asked(GRAPH)
        .formParam("client_secret", "wrong")
        .post(URL)
        .then()
        .statusCode(401)
        .body("error", equalTo("invalid_client"))
        .body("error_description", startsWith("AADSTS7000215: "))
        .body("trace_id", notNullValue());
  }

  @Test
  void refuses_whenTheScopeBelongsToNoFamily() {
    asked("https://elsewhere.example/.default")
        .formParam("client_secret", "sandbox-only")
        .post(URL)
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_scope"))
        .body("error_codes", hasItem(70011));
  }

  @Test
  void refuses_whenTheGrantIsAnother() {
    given()
        .formParam("grant_type", "password")
        .post(URL)
        .then()
        .statusCode(400)
        .body("error", equalTo("unsupported_grant_type"));
  }

  @Test
  void answers401_whenThereIsNoToken() {
    given()
        .get("/sandbox/graph/v1.0/security/incidents")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("error.code", equalTo("InvalidAuthenticationToken"))
        .body("error.innerError.'request-id'", notNullValue());
    given()
        .get("/sandbox/defender/api/incidents")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("error.code", equalTo("Unauthorized"))
        .body("error.target", notNullValue());
  }

  @Test
  void answers401_whenTheTokenIsForTheOtherFamily() {
    authorized(GRAPH, "t2").get("/sandbox/defender/api/incidents").then().statusCode(401);
    authorized(DEFENDER, "t2").get("/sandbox/graph/v1.0/security/incidents").then().statusCode(401);
  }

  private static void assertion(String jwt, int status) {
    asked(GRAPH)
        .formParam("client_assertion_type", JWT_BEARER)
        .formParam("client_assertion", jwt)
        .post(URL)
        .then()
        .statusCode(status);
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
