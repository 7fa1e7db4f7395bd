package dev.huntgate.sandbox.http;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxProfile.class)
class HuntingResourcesTest {

  private static final String GRAPH = "/sandbox/graph/v1.0/security/runHuntingQuery";
  private static final String DEFENDER = "/sandbox/defender/api/advancedhunting/run";

  @Test
  void writesTheRecordedOddities_onGraph() {
    graph("{\"Query\":\"Größe\"}")
        .statusCode(200)
        .body("schema[0].name", equalTo("Timestamp"))
        .body(
            "schema.type",
            contains(
                "DateTime", "String", "Int64", "Double", "SByte", "Object", "Object", "TimeSpan"))
        .body("results[0].Timestamp", equalTo("2026-03-01T10:00:00.1234567Z"))
        .body("results[0].DeviceName", equalTo("Größe"))
        .body("results[0].ProcessId", equalTo(9_007_199_254_740_993L))
        .body("results[0].Remote", equalTo(1))
        .body("results[0].'Remote@odata.type'", equalTo("#SByte"))
        .body("results[0].'Names@odata.type'", equalTo("#Collection(String)"))
        .body("results[0].Names", contains("alpha", "{\"b\":1}"))
        .body(
            "results[0].Details.'@odata.type'",
            equalTo("#microsoft.graph.security.dynamicColumnValue"))
        .body("results[0].Details.vendor", equalTo("Kestrel"))
        .body("results[0].Took", equalTo("01:30:00"));
  }

  @Test
  void writesNothingAsAnEmptyObject_onGraph() {
    graph("{\"Query\":\"T\"}")
        .body("results[1].Timestamp", anEmptyMap())
        .body("results[1].ProcessId", anEmptyMap())
        .body("results[1].Remote", anEmptyMap())
        .body("results[1].Details", anEmptyMap())
        .body("results[1].DeviceName", equalTo(""))
        .body("results[1]", not(hasKey("Remote@odata.type")));
  }

  @Test
  void writesStatsSchemaAndResults_natively() {
    defender("{\"Query\":\"T\"}")
        .statusCode(200)
        .body("Stats.ExecutionTime", equalTo(0.012f))
        .body("Stats.resource_usage.cpu.'total cpu'", equalTo("00:00:00.0240000"))
        .body("Stats.resource_usage.cpu.user", equalTo("00:00:00.0200000"))
        .body("Stats.resource_usage.cpu.kernel", equalTo("00:00:00.0040000"))
        .body("Stats.resource_usage.cache.memory.total", equalTo(3))
        .body("Stats.resource_usage.memory.peak_per_node", equalTo(8_388_608))
        .body("Stats.dataset_statistics[0].table_row_count", equalTo(2))
        .body("Stats.dataset_statistics[0].table_size", equalTo(204))
        .body("Schema[4].Name", equalTo("Remote"))
        .body("Schema[4].Type", equalTo("SByte"))
        .body("Results[0].Remote", equalTo(true))
        .body("Results[0].Details", equalTo("{\"vendor\":\"Kestrel\",\"count\":3}"))
        .body("Results[1].Timestamp", nullValue());
  }

  @Test
  void refuses_whenTheEngineRejectsTheQuery() {
    graph("{\"Query\":\"Nowhere\"}")
        .statusCode(400)
        .body("error.code", equalTo("BadRequest"))
        .body("error.message", equalTo("Failed to resolve table 'Nowhere'."))
        .body("error.innerError.date", notNullValue());
    defender("{\"Query\":\"Nowhere\"}")
        .statusCode(400)
        .body("error.code", equalTo("BadRequest"))
        .body("error.message", equalTo("Failed to resolve table 'Nowhere'."))
        .body("error.target", notNullValue());
  }

  @Test
  void refusesInUpstreamsWords_whenAHuntUsesTooMuch() {
    graph("{\"Query\":\"RESULT_SIZE\"}")
        .statusCode(400)
        .body("error.code", equalTo("BadRequest"))
        .body(
            "error.message",
            equalTo(
                "Query execution has exceeded the allowed result size. Optimize your query by"
                    + " limiting the number of results and try again."));
    defender("{\"Query\":\"RESOURCES\"}")
        .statusCode(400)
        .body("error.message", startsWith("Query execution has exceeded the allowed limits."));
    graph("{\"Query\":\"TIME\"}")
        .statusCode(504)
        .body("error.code", equalTo("UnknownError"))
        .body("error.message", equalTo(""));
  }

  @Test
  void refuses_whenTheBodyIsNotWhatUpstreamTakes() {
    for (String body :
        List.of("", "[]", "{", "{}", "{\"QUERY\":\"T\"}", "{\"Query\":5}", "{\"Query\":\" \"}")) {
      graph(body).statusCode(400);
      defender(body).statusCode(400).body("error.code", equalTo("InvalidRequestBody"));
    }
    defender("{\"query\":\"T\"}").statusCode(400);
  }

  @Test
  void takesTheSpellingsOfTheMetadata_onGraph() {
    graph("{\"query\":\"T\",\"timespan\":\"P7D\"}").statusCode(200);
    Tokens.authorized(Tokens.GRAPH, "hunting")
        .contentType("application/json")
        .body("{\"query\":\"T\"}")
        .post("/sandbox/graph/v1.0/security/microsoft.graph.security.runHuntingQuery")
        .then()
        .statusCode(200);
  }

  @Test
  void takesATimespan_orRefusesAMalformedOne_onGraph() {
    graph("{\"Query\":\"T\",\"Timespan\":\"P7D\"}").statusCode(200);
    graph("{\"Query\":\"T\",\"Timespan\":null}").statusCode(200);
    graph("{\"Query\":\"T\",\"Timespan\":\"soon\"}").statusCode(400);
    graph("{\"Query\":\"T\",\"Timespan\":7}").statusCode(400);
  }

  private static ValidatableResponse graph(String body) {
    return hunt(Tokens.GRAPH, GRAPH, body);
  }

  private static ValidatableResponse defender(String body) {
    return hunt(Tokens.DEFENDER, DEFENDER, body);
  }

  private static ValidatableResponse hunt(String scope, String url, String body) {
    return Tokens.authorized(scope, "hunting")
        .contentType("application/json; charset=utf-8")
        .body(body)
        .post(url)
        .then();
  }
}
