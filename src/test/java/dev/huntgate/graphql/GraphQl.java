package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Posts as somebody with a token; as nobody with none. */
  static Response post(@Nullable String token, String document) {
    return as(token).contentType(ContentType.JSON).body(Map.of("query", document)).post("/graphql");
  }

  /** A request of somebody with a token; of nobody with none. */
  static RequestSpecification as(@Nullable String token) {
    return token == null ? given() : given().header("Authorization", "Bearer " + token);
  }
}
