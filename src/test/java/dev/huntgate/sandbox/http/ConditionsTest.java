package dev.huntgate.sandbox.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SandboxProfile.class)
class ConditionsTest {

  private static final String FAULTS = "/sandbox/control/faults";
  private static final String LATENCY = "/sandbox/control/latency";

  @AfterEach
  void clear() {
    given().delete(FAULTS).then().statusCode(200).body("planned", empty());
    put("{\"answers\":\"PT0S\",\"hunts\":\"PT0S\"}").statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void answersAsAsked_inBothFamilies(Fault fault) {
    if (fault.ofTokens() || fault.raw()) {
      return;
    }
    Refusal refusal = fault.refusal();
    hunt(Tokens.GRAPH, fault.label())
        .statusCode(refusal.reason().status)
        .body("error.code", equalTo(refusal.graphCode()))
        .body("error.message", equalTo(fault.message()))
        .body("error.innerError.'request-id'", notNullValue());
    hunt(Tokens.DEFENDER, fault.label())
        .statusCode(refusal.reason().status)
        .body("error.code", equalTo(refusal.defenderCode()))
        .body("error.message", equalTo(fault.message()))
        .body("error.target", notNullValue());
  }

  @Test
  void tellsTheTime_inTheHeaderOrTheBodyOrNotAtAll() {
    hunt(Tokens.GRAPH, "throttled-retry-after").header("Retry-After", equalTo("5"));
    hunt(Tokens.GRAPH, "throttled-seconds")
        .header("Retry-After", nullValue())
        .body("error.message", containsString("in 8 seconds."));
    hunt(Tokens.GRAPH, "throttled").header("Retry-After", nullValue());
  }

  @Test
  void answersUnreadably_whenAskedTo() {
    hunt(Tokens.GRAPH, "not-json").statusCode(502).contentType("text/html");
    hunt(Tokens.DEFENDER, "cut-off").statusCode(200).contentType("application/json");
  }

  @Test
  void refusesByName_whenTheFaultIsUnknown() {
    hunt(Tokens.GRAPH, "bad-mood")
        .statusCode(400)
        .body("error.message", containsString("throttled-seconds"));
  }

  @Test
  void failsTheNextCalls_andOnlyThose_whenPlanned() {
    plan("{\"fault\":\"throttled-seconds\",\"next\":2,\"operation\":\"hunt\"}")
        .statusCode(200)
        .body("planned[0].fault", equalTo("throttled-seconds"))
        .body("planned[0].next", equalTo(2));
    list().statusCode(200);
    hunt(Tokens.GRAPH, null).statusCode(429);
    given().get(FAULTS).then().body("planned[0].next", equalTo(1));
    hunt(Tokens.DEFENDER, null).statusCode(429);
    hunt(Tokens.GRAPH, null).statusCode(200);
    given().get(FAULTS).then().body("planned", hasSize(0));
  }

  @Test
  void failsCallsAboutIncidents_whenPlannedForThem() {
    plan("{\"fault\":\"internal-error\",\"operation\":\"incidents\"}").statusCode(200);
    hunt(Tokens.GRAPH, null).statusCode(200);
    list().statusCode(500).body("error.code", equalTo("UnknownError"));
    list().statusCode(200);
  }

  @Test
  void refusesAToken_whenPlanned() {
    plan("{\"fault\":\"token-invalid-client\"}").statusCode(200);
    token().statusCode(401).body("error_description", startsWith("AADSTS7000215: Invalid client"));
    token().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"fault\":\"bad-mood\"}",
        "{\"fault\":\"throttled\",\"next\":0}",
        "{\"fault\":\"throttled\",\"next\":\"many\"}",
        "{\"fault\":\"throttled\",\"next\":1.5}",
        "{\"fault\":\"throttled\",\"operation\":\"lunch\"}",
        "{\"fault\":\"throttled\",\"operation\":\"token\"}"
      })
  void refusesAPlanThatIsNone(String body) {
    plan(body).statusCode(400).body("error", notNullValue());
    given().get(FAULTS).then().body("planned", hasSize(0));
  }

  @Test
  void chargesTheLatencyOfHunts_asRunningTime() {
    put("{\"hunts\":\"PT0.05S\"}").statusCode(200).body("answers", equalTo("PT0S"));
    hunt(Tokens.DEFENDER, null)
        .statusCode(200)
        .body("Stats.ExecutionTime", equalTo(0.062f))
        .body("Stats.resource_usage.cpu.user", equalTo("00:00:00.0700000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"answers\":\"soon\"}", "{\"hunts\":\"PT-1S\"}", "{\"hunts\":\"P2D\"}"})
  void refusesALatencyThatIsNone(String body) {
    put(body).statusCode(400).body("error", notNullValue());
    given().get(LATENCY).then().body("hunts", equalTo("PT0S"));
  }

  private static ValidatableResponse plan(String body) {
    return given().contentType("application/json").body(body).post(FAULTS).then();
  }

  private static ValidatableResponse put(String body) {
    return given().contentType("application/json").body(body).put(LATENCY).then();
  }

  private static ValidatableResponse list() {
    return Tokens.authorized(Tokens.GRAPH, "conditions")
        .get("/sandbox/graph/v1.0/security/incidents")
        .then();
  }

  private static ValidatableResponse token() {
    return Tokens.asked(Tokens.GRAPH)
        .formParam("client_secret", ClientProof.CLIENT_SECRET)
        .post(Tokens.path("conditions"))
        .then();
  }

  private static ValidatableResponse hunt(String scope, String fault) {
    var request =
        Tokens.authorized(scope, "conditions")
            .contentType("application/json")
            .body("{\"Query\":\"T\"}");
    if (fault != null) {
      request.header(Fault.HEADER, fault);
    }
    return request
        .post(
            scope.equals(Tokens.GRAPH)
                ? "/sandbox/graph/v1.0/security/runHuntingQuery"
                : "/sandbox/defender/api/advancedhunting/run")
        .then();
  }
}
