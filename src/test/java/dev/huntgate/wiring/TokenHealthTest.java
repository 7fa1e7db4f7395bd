package dev.huntgate.wiring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenHealthTest {

  @Test
  void countsTheTokensThatAreHeld_andNamesNoTenant() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{ incidents(first: 1) { nodes { id } } }"))
        .post("/graphql")
        .then()
        .body("errors", nullValue());

    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'Upstream tokens' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'Upstream tokens' }.data.held", equalTo(1))
        .body("checks.find { it.name == 'Upstream tokens' }.data.failed", equalTo(0))
        .body(not(containsString("default")));
  }
}
