package dev.huntgate.sandbox.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxProfile.class)
class GraphIncidentsResourceTest {

  private static final String URL = "/sandbox/graph/v1.0/security/incidents";

  @Test
  void walksAllIncidentsByItsLinks_eachOnce() {
    RequestSpecification caller = caller();
    List<String> ids = new ArrayList<>();
    JsonPath page = caller.queryParam("$orderby", "createdDateTime asc").get(URL).jsonPath();
    while (true) {
      ids.addAll(page.getList("value.id"));
      String next = page.getString("'@odata.nextLink'");
      if (next == null) {
        break;
      }
      page = caller().urlEncodingEnabled(false).get(next).jsonPath();
    }
    assertTrue(ids.size() >= 240);
    assertEquals(ids.size(), new HashSet<>(ids).size());
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void givesFiftyNewestUpdatedFirst_whenNothingIsAsked() {
    JsonPath page = caller().get(URL).jsonPath();
    List<String> updated = page.getList("value.lastUpdateDateTime");
    assertEquals(50, updated.size());
    assertTrue(updated.get(0).compareTo(updated.get(49)) > 0);
  }

  @Test
  void refuses_whenTopIsAboveFifty() {
    caller()
        .queryParam("$top", 51)
        .get(URL)
        .then()
        .statusCode(400)
        .body("error.code", equalTo(""))
        .body(
            "error.message",
            equalTo(
                "The query specified in the URI is not valid. The limit of '50' for Top query has"
                    + " been exceeded. The value from the incoming request is '51'."))
        .body("error.details", hasSize(0))
        .body("error.innerError.date", notNullValue());
  }

  @Test
  void refuses_whenAnOptionIsMalformedOrUnknown() {
    refused("$top", "-1");
    refused("$top", "ten");
    refused("$skip", "-1");
    refused("$orderby", "severity");
    refused("$orderby", "createdDateTime up");
    refused("$expand", "owner");
    refused("$filter", "displayName eq 'x'");
    refused("$search", "x");
  }

  @Test
  void countsAll_whenAsked() {
    JsonPath page =
        caller()
            .queryParam("$count", "true")
            .queryParam("$top", 2)
            .queryParam("$filter", "severity eq 'high'")
            .get(URL)
            .jsonPath();
    assertTrue(page.getInt("'@odata.count'") > 2);
    assertEquals(List.of("high", "high"), page.getList("value.severity"));
  }

  @Test
  void givesAlertsOnly_whenExpanded() {
    caller().queryParam("$top", 1).get(URL).then().body("value[0]", not(hasKey("alerts")));
    caller()
        .queryParam("$top", 50)
        .queryParam("$expand", "alerts")
        .get(URL)
        .then()
        .statusCode(200)
        .body("value[0].alerts[0].evidence[0].'@odata.type'", notNullValue());
  }

  @Test
  void hidesNewMembers_unlessThePreferHeaderAsksForThem() {
    String filter = "status eq 'awaitingAction'";
    caller()
        .queryParam("$filter", filter)
        .get(URL)
        .then()
        .body("value.status", everyItem(equalTo("unknownFutureValue")));
    caller()
        .header("Prefer", "include-unknown-enum-members")
        .queryParam("$filter", filter)
        .get(URL)
        .then()
        .body("value.status", hasItem("awaitingAction"));
  }

  @Test
  void answers404_whenTheIncidentIsUnknown() {
    for (String id : List.of("1", "abc", "99999999999999999999")) {
      caller()
          .get(URL + "/" + id)
          .then()
          .statusCode(404)
          .body("error.code", equalTo("NotFound"))
          .body("error.message", containsString(id));
    }
  }

  @Test
  void echoesTheClientsRequestId() {
    caller()
        .header("client-request-id", "mine")
        .get(URL + "/1")
        .then()
        .header("client-request-id", equalTo("mine"))
        .header("request-id", notNullValue())
        .body("error.innerError.client-request-id", equalTo("mine"));
  }

  @Test
  void changesWhatAPatchNames_andNeverTheTimeOfCreation() {
    String id = arrived();
    JsonPath before = caller().get(URL + "/" + id).jsonPath();
    JsonPath after =
        patch(
                id,
                "{\"status\":\"inProgress\",\"assignedTo\":\"ada@northwhale.example\","
                    + "\"classification\":\"truePositive\",\"determination\":\"malware\","
                    + "\"customTags\":[\"one\",\"two\"]}")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals("inProgress", after.getString("status"));
    assertEquals(List.of("one", "two"), after.getList("customTags"));
    assertEquals(before.getString("createdDateTime"), after.getString("createdDateTime"));
    assertTrue(
        Instant.parse(after.getString("lastUpdateDateTime"))
            .isAfter(Instant.parse(before.getString("lastUpdateDateTime"))));
    patch(id, "{\"assignedTo\":\"\"}").statusCode(200).body("assignedTo", nullValue());
  }

  @Test
  void refusesAPatch_whenItIsNotWhatUpstreamTakes() {
    String id = arrived();
    for (String body :
        List.of(
            "",
            "[]",
            "{",
            "{\"status\":\"closed\"}",
            "{\"status\":\"redirected\"}",
            "{\"status\":5}",
            "{\"determination\":\"compromisedUser\"}",
            "{\"determination\":\"clean\"}",
            "{\"customTags\":\"one\"}",
            "{\"customTags\":[1]}",
            "{\"displayName\":\"x\"}")) {
      patch(id, body).statusCode(400).body("error.code", equalTo("BadRequest"));
    }
    patch("1", "{\"status\":\"active\"}").statusCode(404);
  }

  @Test
  void addsAComment() {
    String id = arrived();
    caller()
        .contentType("application/json")
        .body("{\"@odata.type\":\"microsoft.graph.security.alertComment\",\"comment\":\"Grüße\"}")
        .post(URL + "/" + id + "/comments")
        .then()
        .statusCode(200)
        .body("value[0].comment", equalTo("Grüße"));
    caller().get(URL + "/" + id).then().body("comments", hasSize(1));
  }

  @Test
  void letsIncidentsArrive() {
    List<Long> ids =
        given().post("/sandbox/control/incidents?count=3").jsonPath().getList("ids", Long.class);
    assertEquals(3, ids.size());
    caller()
        .queryParam("$orderby", "createdDateTime desc")
        .get(URL)
        .then()
        .body("value.id", hasItem(ids.get(0).toString()))
        .body("value[0].status", in(List.of("active", "inProgress")));
    given().post("/sandbox/control/incidents?count=0").then().statusCode(400);
    given().post("/sandbox/control/incidents?count=x").then().statusCode(400);
  }

  private static RequestSpecification caller() {
    return Tokens.authorized(Tokens.GRAPH, "graph-incidents");
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
        .body("error.code", equalTo("BadRequest"));
  }
}
