package dev.huntgate.sandbox.http;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Gets tokens from the sandbox, each test under a tenant of its own. */
final class Tokens {

  static final String GRAPH = "https://graph.microsoft.com/.default";
  static final String DEFENDER = "https://api.security.microsoft.com/.default";

  private Tokens() {}

  static RequestSpecification asked(String scope) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", ClientProof.CLIENT_ID)
        .formParam("scope", scope);
  }

  static String path(String tenant) {
    return "/sandbox/login/" + tenant + "/oauth2/v2.0/token";
  }

  /** A request that carries a fresh token. */
  static RequestSpecification authorized(String scope, String tenant) {
    String token =
        asked(scope)
            .formParam("client_secret", ClientProof.CLIENT_SECRET)
            .post(path(tenant))
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    return given().auth().oauth2(token).urlEncodingEnabled(true);
  }
}
