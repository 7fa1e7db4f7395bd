package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved hunts from end to end, over the sandbox. */
@QuarkusTest
@TestProfile(WithSavedHunts.class)
class SavedHuntQueriesTest {

  private static final String RUN =
      """
      query ($name: String!, $parameters: JSON, $maxAge: String, $after: String) {
        runSavedHunt(name: $name, parameters: $parameters, maxAge: $maxAge) {
          id rowCount columns { name } cache { hit }
          rows(first: 2, after: $after) { nodes pageInfo { hasNextPage endCursor } }
        }
      }
      """;

  @BeforeEach
  void clear() throws IOException {
    try (Stream<Path> files = Files.list(WithSavedHunts.FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void listsThem_byFilter() {
    GraphQl.post(
            """
            { savedHunts(filter: { tag: "email", technique: "T1566" }) {
                name title tags techniques origin overridesBuiltIn maxAge
                parameters { name type list required defaultValue min max maxItems filledFrom }
            } }
            """)
        .body("errors", nullValue())
        .rootPath("data.savedHunts")
        .body("name", contains("link-clicks", "mail-from-sender", "mail-with-threats"))
        .body("[0].origin", equalTo("BUILT_IN"))
        .body("[0].maxAge", equalTo("PT15M"))
        .body("[0].parameters[0].name", equalTo("lookBack"))
        .body("[0].parameters[0].type", equalTo("TIMESPAN"))
        .body("[0].parameters[0].defaultValue", equalTo("P30D"))
        .body("[0].parameters[0].min", equalTo("PT1H"))
        .body("[0].parameters[0].max", equalTo("P30D"))
        .body("[0].parameters[0].filledFrom", equalTo("LOOK_BACK"))
        .body("[0].parameters[1].list", equalTo(true))
        .body("[0].parameters[1].defaultValue", empty())
        .body("[0].parameters[3].defaultValue", equalTo(false));
    GraphQl.post("{ savedHunts { name } }").body("data.savedHunts", hasSize(greaterThan(14)));
    GraphQl.post("{ savedHunt(name: \"device-timeline\") { kql parameters { name required } } }")
        .body("errors", nullValue())
        .body("data.savedHunt.parameters.find { it.required }.name", equalTo("device"));
  }

  @Test
  void namesIt_whenThereIsNone() {
    for (String field :
        List.of("savedHunt(name: \"x\") { name }", "runSavedHunt(name: \"x\") { id }")) {
      GraphQl.post("{ " + field + " }")
          .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
          .body("errors[0].extensions.argument", equalTo("name"));
    }
  }

  @Test
  void runsOnce_andPagesThroughTheResult() {
    Map<String, Object> parameters = Map.of("lookBack", "P29D", "minFiles", 5);
    ValidatableResponse first = run("mass-file-renames", parameters);
    first
        .body("errors", nullValue())
        .body("data.runSavedHunt.cache.hit", equalTo(false))
        .body("data.runSavedHunt.rowCount", greaterThanOrEqualTo(3))
        .body("data.runSavedHunt.columns.name", hasItem("Files"));
    Map<String, Object> next =
        new HashMap<>(Map.of("name", "mass-file-renames", "parameters", parameters));
    next.put("after", first.extract().path("data.runSavedHunt.rows.pageInfo.endCursor"));
    GraphQl.post(RUN, next)
        .body("errors", nullValue())
        .body("data.runSavedHunt.id", equalTo(first.extract().path("data.runSavedHunt.id")))
        .body(
            "data.runSavedHunt.rows.nodes[0]",
            org.hamcrest.Matchers.not(
                equalTo(first.extract().path("data.runSavedHunt.rows.nodes[0]"))));
    run("mass-file-renames", parameters).body("data.runSavedHunt.cache.hit", equalTo(true));
    next.put("parameters", Map.of("lookBack", "P28D"));
    GraphQl.post(RUN, next)
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("after"));
  }

  @Test
  void takesParametersWrittenInTheDocument() {
    GraphQl.post(
            """
            { runSavedHunt(name: "remote-logons", priority: BACKGROUND, maxWait: "PT1S",
                parameters: { lookBack: "P30D", accounts: [], logonTypes: ["Network"] })
              { rowCount rows(first: 1) { nodes } } }
            """)
        .body("errors", nullValue())
        .body("data.runSavedHunt.rowCount", greaterThan(0));
    GraphQl.post("{ runSavedHunt(name: \"remote-logons\", parameters: null) { rowCount } }")
        .body("errors", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{lookBack: \"7d\"}                 # parameters.lookBack   # in ISO 8601",
        "{lookBack: 7}                      # parameters.lookBack   # in ISO 8601",
        "{lookBack: \"P31D\"}               # parameters.lookBack   # at most P30D",
        "{lookBack: \"PT1M\"}               # parameters.lookBack   # at least PT1H",
        "{logonTypes: [\"Magic\"]}          # parameters.logonTypes # one of RemoteInteractive",
        "{accounts: [1]}                    # parameters.accounts   # accounts[0] has to be a string",
        "{accounts: [[\"a\"]]}              # parameters.accounts   # has to be a string",
        "{accounts: {a: 1}}                 # parameters.accounts   # has to be a string",
        "{account: [\"a\"]}                 # parameters.account    # no parameter account; it has lookBack",
        "\"lookBack\"                       # parameters            # JSON object",
        "5                                  # parameters            # JSON object",
        "1.5                                # parameters            # JSON object",
        "true                               # parameters            # JSON object",
        "[{lookBack: \"P7D\"}]              # parameters            # JSON object",
      })
  void refusesByName_whenAParameterIsWrong(String parameters, String argument, String words) {
    GraphQl.post("{ runSavedHunt(name: \"remote-logons\", parameters: " + parameters + ") { id } }")
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo(argument))
        .body("errors[0].message", containsString(words));
  }

  @Test
  void refusesByName_whenAVariableIsNoObject() {
    for (Object wrong : List.of("lookBack", 5, 1.5, true, List.of(1))) {
      GraphQl.post(RUN, Map.of("name", "remote-logons", "parameters", wrong))
          .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
          .body("errors[0].extensions.argument", equalTo("parameters"));
    }
  }

  @Test
  void changesNothingButTheValue_whenItIsHostile() {
    run("remote-logons", Map.of("accounts", List.of("\"]); DeviceInfo | take 5 //", "x\n| count")))
        .body("errors", nullValue())
        .body("data.runSavedHunt.rowCount", equalTo(0))
        .body("data.runSavedHunt.columns.name", hasItem("Logons"));
  }

  @Test
  void runsTheNewQuery_whenItsFileChanges() throws IOException {
    write("ours.yaml", "print a = 1", "");
    for (int i = 0; i < 3; i++) {
      run("ours", Map.of()).body("data.runSavedHunt.columns.name", contains("a"));
    }
    write("ours.yaml", "print b = 2", "");
    run("ours", Map.of()).body("data.runSavedHunt.columns.name", contains("b"));
    GraphQl.post("{ savedHunt(name: \"ours\") { origin } }")
        .body("data.savedHunt.origin", equalTo("FOLDER"));
  }

  @Test
  void takesItsOwnAge_whenTheCallerGivesNone() throws IOException {
    write("ours.yaml", "print aged = 1", "maxAge: PT0S\n");
    run("ours", Map.of()).body("data.runSavedHunt.cache.hit", equalTo(false));
    run("ours", Map.of()).body("data.runSavedHunt.cache.hit", equalTo(false));
    GraphQl.post(RUN, Map.of("name", "ours", "maxAge", "PT5M"))
        .body("data.runSavedHunt.cache.hit", equalTo(true));
  }

  @Test
  void reportsTheFile_whenItIsBroken() throws IOException {
    GraphQl.post("{ savedHuntProblems { file } }").body("data.savedHuntProblems", empty());
    write("ours.yaml", "print a = 1", "");
    Files.writeString(WithSavedHunts.FOLDER.resolve("bad.yaml"), "name: bad\ntitle: [\n");
    GraphQl.post("{ savedHuntProblems { file line column message served } }")
        .body("errors", nullValue())
        .body("data.savedHuntProblems.file", contains("bad.yaml"))
        .body("data.savedHuntProblems[0].line", equalTo(3))
        .body("data.savedHuntProblems[0].served", equalTo(false));
    run("ours", Map.of()).body("errors", nullValue());
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void buysNothing_byGet() {
    given()
        .queryParam(
            "query",
            "{ runSavedHunt(name: \"application-consents\", parameters: {lookBack: \"P17D\"}) { id } }")
        .get("/graphql")
        .then()
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  @Test
  void suggestsHuntsThatCanBeRun_fromAnIncident() {
    String document =
        """
        { incidents(first: 60) { nodes { id name
            suggestedHunts(first: 4) { name title reason parameters hunt { techniques } } } } }
        """;
    ValidatableResponse answer = GraphQl.post(document).body("errors", nullValue());
    List<Map<String, Object>> incidents = answer.extract().path("data.incidents.nodes");
    // Not the parameters, whose look-back grows by a day at some moment.
    String order = "data.incidents.nodes.suggestedHunts.reason";
    assertEquals(
        answer.extract().<Object>path(order), GraphQl.post(document).extract().<Object>path(order));

    int found = 0;
    int ran = 0;
    Map<String, Boolean> stories = new HashMap<>();
    for (Map<String, Object> incident : incidents) {
      String story = incident.get("name").toString().split(" ")[0];
      List<Map<String, Object>> suggested = suggestions(incident);
      assertTrue(suggested.size() <= 4);
      if (stories.putIfAbsent(story, true) != null) {
        continue;
      }
      for (Map<String, Object> each : suggested) {
        ValidatableResponse result =
            GraphQl.post(
                    RUN, Map.of("name", each.get("name"), "parameters", each.get("parameters")))
                .body("errors", nullValue());
        ran++;
        found += result.extract().<Integer>path("data.runSavedHunt.rowCount") > 0 ? 1 : 0;
        assertFalse(each.get("reason").toString().isBlank());
      }
    }
    assertTrue(ran >= 10, "ran " + ran);
    assertTrue(found * 2 > ran, found + " of " + ran + " found something");
  }

  @Test
  void readsAlerts_whenOnlySuggestionsAreAskedFor() {
    String id =
        GraphQl.post("{ incidents(first: 1) { nodes { id } } }")
            .extract()
            .path("data.incidents.nodes[0].id");
    GraphQl.post("{ incident(id: \"" + id + "\") { suggestedHunts { name parameters } } }")
        .body("errors", nullValue())
        .body("data.incident.suggestedHunts", hasSize(greaterThan(0)));
    GraphQl.post("{ incident(id: \"" + id + "\") { suggestedHunts(first: 51) { name } } }")
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("first"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> suggestions(Map<String, Object> incident) {
    List<Map<String, Object>> suggested =
        (List<Map<String, Object>>) incident.get("suggestedHunts");
    assertNotEquals(null, suggested);
    return suggested;
  }

  private static ValidatableResponse run(String name, Map<String, Object> parameters) {
    return GraphQl.post(RUN, Map.of("name", name, "parameters", parameters));
  }

  private static void write(String file, String kql, String more) throws IOException {
    Files.writeString(
        WithSavedHunts.FOLDER.resolve(file),
        "name: ours\ntitle: Ours\ndescription: A text.\n" + more + "kql: " + kql + "\n");
  }
}
