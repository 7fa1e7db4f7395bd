package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One other site's pages may ask, as an operator has said. */
@QuarkusTest
@TestProfile(OpenOriginsTest.OneSite.class)
class OpenOriginsTest {

  private static final String SITE = "https://app.example";

  /** The settings that the README gives. */
  public static class OneSite extends OnFakeUpstream {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", SITE);
    }
  }

  @Test
  void letsTheNamedSiteAsk() {
    from(SITE)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,authorization")
        .options("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(SITE));
    from(SITE)
        .contentType(ContentType.JSON)
        .body("{\"query\": \"{ __typename }\"}")
        .post("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(SITE))
        .header("Vary", containsString("Origin"))
        .body("data.__typename", equalTo("Query"));
  }

  @Test
  void letsNoOtherSiteAsk() {
    from("https://app.example.evil.example")
        .contentType(ContentType.JSON)
        .body("{\"query\": \"{ __typename }\"}")
        .post("/graphql")
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  private static RequestSpecification from(String site) {
    return given().header("Origin", site);
  }
}
