package dev.huntgate.sandbox.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxProfile.WithTerms.class)
class ThrottlingTest {

  @Test
  void answers429WithRetryAfter_whenTheSixteenthHuntComes_onGraph() {
    for (int i = 0; i < 15; i++) {
      graphHunt("busy").statusCode(200);
    }
    graphHunt("busy")
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-9]\\d?"))
        .body("error.code", equalTo("429"))
        .body(
            "error.message",
            matchesPattern(
                "API calls quota exceeded! Maximum allowed 15 per 00:01:00 for the key"
                    + " Destination\\+TenantID\\+AppID. You can send requests again in \\d+"
                    + " seconds."));
    graphHunt("idle").statusCode(200);
  }

  @Test
  void answers429WithoutRetryAfter_whenTheFiftyFirstCallComes_natively() {
    String url = "/sandbox/defender/api/incidents/1";
    for (int i = 0; i < 50; i++) {
      Tokens.authorized(Tokens.DEFENDER, "busy").get(url).then().statusCode(404);
    }
    Tokens.authorized(Tokens.DEFENDER, "busy")
        .get(url)
        .then()
        .statusCode(429)
        .header("Retry-After", nullValue())
        .body("error.code", equalTo("429"))
        .body("error.target", matchesPattern("[0-9a-f-]{36}"));
  }

  private static ValidatableResponse graphHunt(String tenant) {
    return Tokens.authorized(Tokens.GRAPH, tenant)
        .contentType("application/json")
        .body("{\"Query\":\"T\"}")
        .post("/sandbox/graph/v1.0/security/runHuntingQuery")
        .then();
  }
}
