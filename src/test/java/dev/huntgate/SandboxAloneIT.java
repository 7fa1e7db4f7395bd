package dev.huntgate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox in a process of its own, and Huntgate in another that takes it for upstream. */
class SandboxAloneIT {

  @TempDir private static Path empty;
  private static PackagedJar sandbox;

  @BeforeAll
  static void startSandbox() throws Exception {
    sandbox = PackagedJar.start(folder("sandbox"), Map.of("HUNTGATE_SANDBOX", "only"));
  }

  @AfterAll
  static void stopSandbox() throws Exception {
    sandbox.close();
  }

  private static Path folder(String name) throws Exception {
    return Files.createDirectories(empty.resolve(name));
  }

  @ParameterizedTest
  @CsvSource({"graph,/sandbox/graph/v1.0", "defender,/sandbox/defender"})
  void servesIncidentsAndHunts_toHuntgateInAnotherProcess(String family, String path)
      throws Exception {
    String upstream = sandbox.address().toString();
    Map<String, String> settings =
        Map.of(
            "HUNTGATE_AUTH",
            "none",
            "HUNTGATE_UPSTREAM",
            family,
            "HUNTGATE_TENANTS_DEFAULT_TENANT_ID",
            "contoso",
            "HUNTGATE_TENANTS_DEFAULT_CLIENT_ID",
            "huntgate-sandbox",
            "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET",
            "sandbox-only",
            "HUNTGATE_TENANTS_DEFAULT_BASE_URL",
            upstream + path,
            "HUNTGATE_TENANTS_DEFAULT_LOGIN_URL",
            upstream + "/sandbox/login");
    try (PackagedJar huntgate = PackagedJar.start(folder(family), settings)) {
      URI gateway = huntgate.address();
      ask(gateway, "{ incidents(first: 5) { nodes { id name alerts { title } } } }")
          .body("errors", nullValue())
          .body("data.incidents.nodes", hasSize(5))
          .body("data.incidents.nodes[0].alerts[0].title", notNullValue());
      ask(gateway, "{ hunt(kql: \"DeviceNetworkEvents | count\") { rowCount rows { nodes } } }")
          .body("errors", nullValue())
          .body("data.hunt.rowCount", equalTo(1));
      given()
          .contentType("application/json")
          .body(Map.of("fault", "semantic"))
          .post(upstream + "/sandbox/control/faults")
          .then()
          .statusCode(200);
      ask(gateway, "{ hunt(kql: \"DeviceInfo | take 1\") { rowCount } }")
          .body("errors[0].extensions.code", equalTo("KQL_REJECTED"))
          .body("errors[0].message", containsString("Fix semantic errors in your query."));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphql", "/q/graphql-ui/"})
  void hasNoGraphql_andSaysWhatItHas(String path) {
    given()
        .get(sandbox.address() + path)
        .then()
        .statusCode(404)
        .body("error", containsString("/sandbox/graph/v1.0"));
  }

  @Test
  void isReadyForProbes() {
    given().get(sandbox.address() + "/q/health/ready").then().statusCode(200);
  }

  private static ValidatableResponse ask(URI gateway, String query) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query))
        .post(gateway + "/graphql")
        .then()
        .statusCode(200);
  }
}
