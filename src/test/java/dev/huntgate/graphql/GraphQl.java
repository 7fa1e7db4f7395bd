package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** A client that posts GraphQL to the application under test. */
final class GraphQl {

  private GraphQl() {}

  static ValidatableResponse post(String document) {
    return post(document, Map.of());
  }

  static ValidatableResponse post(String document, Map<String, Object> variables) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document, "variables", variables))
        .post("/graphql")
        .then()
        .statusCode(200);
  }
}
