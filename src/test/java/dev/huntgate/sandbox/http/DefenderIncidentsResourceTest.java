package dev.huntgate.sandbox.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxProfile.class)
class DefenderIncidentsResourceTest {

  private static final String URL = "/sandbox/defender/api/incidents";

  @Test
  void walksAllIncidentsBySkip_withoutALink() {
    Set<Long> ids = new HashSet<>();
    int skip = 0;
    while (true) {
      JsonPath page =
          caller().queryParam("$top", 100).queryParam("$skip", skip).get(URL).jsonPath();
      List<Long> found = page.getList("value.incidentId", Long.class);
      ids.addAll(found);
      if (found.size() < 100) {
        break;
      }
      skip += 100;
    }
    assertTrue(ids.size() >= 240);
    caller().get(URL).then().body("$", not(hasKey("@odata.nextLink"))).body("value", hasSize(100));
  }

  @Test
  void givesTheNewestUpdateFirst() {
    List<String> updated = caller().get(URL).jsonPath().getList("value.lastUpdateTime");
    assertTrue(updated.get(0).compareTo(updated.get(99)) > 0);
  }

  @Test
  void refuses_whenTopIsAboveAHundred() {
    caller()
        .queryParam("$top", 101)
        .get(URL)
        .then()
        .statusCode(400)
        .body("error.target", notNullValue());
  }

  @Test
  void refuses_whenAnOptionIsNotDocumented() {
    refused("$orderby", "createdTime");
    refused("$count", "true");
    refused("$expand", "alerts");
    refused("$filter", "severity eq 'High'");
    refused("$filter", "status eq 'nonsense'");
  }

  @Test
  void filtersByStatusAndTime() {
    caller()
        .queryParam("$filter", "status eq 'Resolved' and createdTime ge 2020-01-01T00:00:00.29Z")
        .get(URL)
        .then()
        .body("value.status", everyItem(equalTo("Resolved")));
  }

  @Test
  void changesWhatAPatchNames() {
    String id = arrived();
    JsonPath before = caller().get(URL + "/" + id).jsonPath();
    JsonPath after =
        patch(
                id,
                "{\"status\":\"Resolved\",\"assignedTo\":\"ada@northwhale.example\","
                    + "\"classification\":\"TruePositive\",\"determination\":\"CompromisedUser\","
                    + "\"tags\":[\"one\"],\"comment\":\"done\"}")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals("CompromisedAccount", after.getString("determination"));
    assertEquals("done", after.getString("comments[0].comment"));
    assertEquals(before.getString("createdTime"), after.getString("createdTime"));
    assertTrue(
        Instant.parse(after.getString("lastUpdateTime"))
            .isAfter(Instant.parse(before.getString("lastUpdateTime"))));
    patch(id, "{\"assignedTo\":\"\"}").statusCode(200).body("assignedTo", nullValue());
  }

  @Test
  void refusesAPatch_whenItIsNotWhatUpstreamTakes() {
    String id = arrived();
    for (String body :
        List.of(
            "nonsense",
            "{\"status\":\"Redirected\"}",
            "{\"comments\":[\"x\"]}",
            "{\"classification\":\"FalsePositive\",\"determination\":\"Malware\"}",
            "{\"tags\":null}")) {
      patch(id, body).statusCode(400).body("error.code", equalTo("InvalidRequestBody"));
    }
  }

  @Test
  void answers404_whenTheIncidentIsUnknown() {
    caller()
        .get(URL + "/1")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("ResourceNotFound"))
        .body("error.target", notNullValue());
    patch("1", "{}").statusCode(404);
  }

  private static RequestSpecification caller() {
    return Tokens.authorized(Tokens.DEFENDER, "defender-incidents");
  }

  private static String arrived() {
    return given().post("/sandbox/control/incidents").jsonPath().getString("ids[0]");
  }

  private static ValidatableResponse patch(String id, String body) {
    return caller().contentType("application/json").body(body).patch(URL + "/" + id).then();
  }

  private static void refused(String option, String value) {
    caller()
        .queryParam(option, value)
        .get(URL)
        .then()
        .statusCode(400)
        .body("error.code", equalTo("ODataError"));
  }
}
