package dev.huntgate.outside;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.graphql.SocketClient;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Incidents, hunts, their cache, jobs and files, by whatever form of Huntgate is under test. */
class OutsideIT {

  @TempDir private static Path empty;
  private static OutsideProcesses processes;

  @BeforeAll
  static void start() throws Exception {
    processes = OutsideProcesses.start(empty, Map.of("HUNTGATE_GRAPHIQL_ENABLED", "true"));
  }

  @AfterAll
  static void stop() throws Exception {
    processes.close();
  }

  @Test
  void changes_anIncidentOfTheList() {
    JsonPath list =
        answer(
            "{ incidents(first: 3) { nodes { id alerts { title evidence { kind: __typename } } } } }");
    assertEquals(3, list.getList("data.incidents.nodes").size());
    String id = list.getString("data.incidents.nodes[0].id");

    JsonPath changed =
        answer(
            "mutation { updateIncident(input: {id: \"%s\", tags: [\"outside\"]}) { incident { tags } } }"
                .formatted(id));

    assertEquals(List.of("outside"), changed.getList("data.updateIncident.incident.tags"));
    assertEquals(
        List.of("outside"),
        answer("{ incident(id: \"" + id + "\") { tags } }").getList("data.incident.tags"));
  }

  @Test
  void counts_incidents() {
    assertTrue(
        answer("{ incidentCounts(by: SEVERITY) { total } }").getInt("data.incidentCounts.total")
            > 0);
  }

  @Test
  void runs_equalHuntsOnce() {
    long before = processes.hunts();
    String one =
        "{ hunt(kql: \"DeviceInfo | summarize n = count() by OSPlatform\") { cache { hit } rows(first: 2) { nodes } } }";

    assertEquals(false, answer(one).getBoolean("data.hunt.cache.hit"));
    assertEquals(true, answer(one.replace("| s", "|  s")).getBoolean("data.hunt.cache.hit"));

    assertEquals(before + 1, processes.hunts());
  }

  @Test
  void answers304_whenAPageIsAskedForAgain() {
    String kql = "{ hunt(kql: \"DeviceInfo | take 3\") { rowCount rows(first: 3) { nodes } } }";
    answer(kql);
    answer(kql);
    Response ready = get(kql, "none");
    assertEquals(200, ready.statusCode(), ready.asString());
    assertEquals(304, get(kql, ready.header("ETag")).statusCode());
  }

  @Test
  void sorts_andWritesAFile() {
    JsonPath hunt =
        answer(
            "{ hunt(kql: \"DeviceProcessEvents | project FileName, ProcessId | take 50\") {"
                + " rows(first: 5, orderBy: [{column: \"ProcessId\"}]) { nodes } exports { csv ndjson } } }");
    List<List<Object>> rows = hunt.getList("data.hunt.rows.nodes");
    for (int i = 1; i < rows.size(); i++) {
      assertTrue(number(rows.get(i - 1)) <= number(rows.get(i)), rows::toString);
    }
    Response csv = processes.request().get(hunt.getString("data.hunt.exports.csv"));
    assertEquals(51, csv.asString().split("\r\n").length, csv.asString());
  }

  @Test
  void tells_howAJobGoesOn() {
    String id =
        answer("mutation { startHunt(kql: \"DeviceEvents | count\") { id } }")
            .getString("data.startHunt.id");
    try (SocketClient socket =
        SocketClient.open(processes.huntgate(), Map.of(), "graphql-transport-ws")) {
      socket.init(null);
      assertTrue(socket.next().contains("connection_ack"));
      socket.subscribe(
          "1", "subscription { huntJob(id: \"" + id + "\") { state result { rowCount } } }");
      String message = socket.next();
      while (!message.contains("SUCCEEDED")) {
        message = socket.next();
      }
      assertTrue(message.contains("\"rowCount\":1"), message);
    }
  }

  @Test
  void refuses_queriesThatUpstreamDoesNotAccept() {
    processes
        .ask("{ hunt(kql: \"DeviceInfo | evaluate bag_unpack(x)\") { rowCount } }")
        .then()
        .body("errors[0].extensions.code", equalTo("KQL_REJECTED"));
  }

  /* Each rests on a file that has to be in the executable. */
  @Test
  void has_itsOwnFiles() {
    processes
        .ask(
            "{ savedHunts { name } huntingSchema(table: \"DeviceInfo\") { columns { name }"
                + " examples { kql } } checkKql(kql: \"DeviceInfo | wher x\") { diagnostics { message } } }")
        .then()
        .body("errors", nullValue())
        .body("data.savedHunts.size()", greaterThan(20))
        .body("data.huntingSchema[0].columns.name", hasItem("DeviceName"))
        .body("data.checkKql.diagnostics", hasSize(greaterThan(0)));
    processes
        .ask("{ runSavedHunt(name: \"encoded-powershell\", parameters: {}) { rowCount } }")
        .then()
        .body("errors", nullValue())
        .body("data.runSavedHunt.rowCount", notNullValue());
    processes
        .request()
        .get("/q/graphql-ui/")
        .then()
        .statusCode(200)
        .body(containsString("GraphiQL"));
    processes.request().get("/graphql/schema.graphql").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/started", "/q/health/live", "/q/health/ready", "/q/metrics"})
  void answers_probesAndScrapes(String path) {
    processes.request().get(path).then().statusCode(200);
  }

  private static long number(List<Object> row) {
    return ((Number) row.get(1)).longValue();
  }

  private static Response get(String document, String tag) {
    return processes
        .request()
        .header("If-None-Match", tag)
        .queryParam("query", document)
        .get("/graphql");
  }

  private static JsonPath answer(String document) {
    return processes
        .ask(document)
        .then()
        .statusCode(200)
        .body("errors", nullValue())
        .extract()
        .jsonPath();
  }
}
