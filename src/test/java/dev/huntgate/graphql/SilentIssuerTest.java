package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.IssuerForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The start, and callers, while the issuer cannot be reached. */
@QuarkusTest
@TestProfile(SilentIssuerTest.WithSilentIssuer.class)
class SilentIssuerTest {

  /** Needs tokens of an issuer that nobody started. */
  public static class WithSilentIssuer extends OnFakeUpstream {
    @Override
    public Map<String, String> getConfigOverrides() {
      return IssuerForTests.settings("silent");
    }
  }

  @Test
  void answers503_untilTheIssuerCanBeReached() {
    try (IssuerForTests issuer = IssuerForTests.named("silent")) {
      String token = issuer.token();
      for (int time = 0; time < 3; time++) {
        ask(token)
            .then()
            .statusCode(503)
            .header("Retry-After", equalTo("2"))
            .header("WWW-Authenticate", nullValue())
            .body("errors[0].extensions.code", equalTo("UPSTREAM_UNAVAILABLE"))
            .body("errors[0].message", containsString("issuer"));
      }
      try (SocketClient client = SocketClient.open(Map.of())) {
        client.init("Bearer " + token);
        assertEquals(1013, client.closed());
      }
      given().get("/q/health/ready").then().statusCode(200);

      issuer.start();
      await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ask(token).then().statusCode(200));
    }
  }

  private static Response ask(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{ __typename }"))
        .post("/graphql");
  }
}
