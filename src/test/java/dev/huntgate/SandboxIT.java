package dev.huntgate;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a first user asks of the packaged jar. */
@QuarkusIntegrationTest
@TestProfile(FirstUserProfile.class)
class SandboxIT {

  private static final String INCIDENTS =
      """
      { incidents(first: 5) {
          nodes { id name severity status createdAt alerts { title severity } }
          pageInfo { hasNextPage endCursor } } }
      """;
  private static final String HUNT =
      """
      { hunt(kql: "DeviceProcessEvents | where FileName =~ 'powershell.exe' \
      | summarize n = count() by DeviceName | top 5 by n") {
          rowCount columns { name type } rows(first: 5) { nodes } } }
      """;

  @Test
  void lists_theNewestIncidentsWithTheirAlerts() {
    JsonPath answer = ask(INCIDENTS);
    List<Map<String, Object>> incidents = answer.getList("data.incidents.nodes");
    assertEquals(5, incidents.size());
    assertEquals(5, new HashSet<>(answer.getList("data.incidents.nodes.id")).size());
    Instant before = Instant.MAX;
    for (Map<String, Object> incident : incidents) {
      assertFalse(((String) incident.get("name")).isBlank());
      assertNotNull(incident.get("severity"));
      assertNotNull(incident.get("status"));
      assertFalse(((List<?>) incident.get("alerts")).isEmpty(), incident::toString);
      Instant created = Instant.parse((String) incident.get("createdAt"));
      assertFalse(created.isAfter(before), incident::toString);
      before = created;
    }
    assertTrue(answer.getBoolean("data.incidents.pageInfo.hasNextPage"));
    assertNotNull(answer.getString("data.incidents.pageInfo.endCursor"));
  }

  @Test
  void hunts_theDevicesWithTheMostPowerShell() {
    JsonPath answer = ask(HUNT);
    assertEquals(5, answer.getInt("data.hunt.rowCount"));
    assertEquals(
        List.of(
            Map.of("name", "DeviceName", "type", "STRING"), Map.of("name", "n", "type", "LONG")),
        answer.getList("data.hunt.columns"));
    List<List<Object>> rows = answer.getList("data.hunt.rows.nodes");
    assertEquals(5, rows.size());
    int before = Integer.MAX_VALUE;
    for (List<Object> row : rows) {
      assertTrue(((String) row.get(0)).contains("."), row::toString);
      int n = (Integer) row.get(1);
      assertTrue(n > 0 && n <= before, rows::toString);
      before = n;
    }
  }

  @Test
  void says_whatIsWrongWithAQuery() {
    JsonPath answer =
        post("{ hunt(kql: \"DeviceInfo | evaluate bag_unpack(x)\") { rowCount } }").jsonPath();
    assertEquals("KQL_REJECTED", answer.getString("errors[0].extensions.code"));
  }

  @Test
  void is_readyForProbes() {
    for (String probe : List.of("started", "live", "ready")) {
      given().get("/q/health/" + probe).then().statusCode(200);
    }
  }

  private static JsonPath ask(String query) {
    JsonPath answer = post(query).jsonPath();
    assertNull(answer.get("errors"), answer::prettify);
    return answer;
  }

  private static Response post(String query) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }
}
