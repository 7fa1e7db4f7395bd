package dev.huntgate.graphql;

import static dev.huntgate.access.Permission.EXPORT;
import static dev.huntgate.access.Permission.HUNTING_ADHOC;
import static dev.huntgate.access.Permission.HUNTING_SAVED;
import static dev.huntgate.access.Permission.INCIDENTS_READ;
import static dev.huntgate.access.Permission.INCIDENTS_WRITE;
import static dev.huntgate.graphql.GraphQl.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit's own file, whichever way callers come in: each act is in it once, no data ever. */
@QuarkusTest
@TestProfile(AuditTest.InAFile.class)
class AuditTest {

  private static final Path FILE = Path.of("target", "audit-test", "audit.log").toAbsolutePath();
  private static final String CELL = "cell-of-the-result";
  private static final String COMMENT = "words of a comment";
  private static final String KQL = "Audited\n{\\\"event\\\":\\\"hunt\\\"}";
  private static final String HASH = CanonicalKql.of(KQL.replace("\\\"", "\"")).hash();
  private static final IssuerForTests ISSUER = IssuerForTests.named(WithTokens.ISSUER);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;

  private long before;

  /** An operator wants the audit in a file. */
  public static class InAFile extends WithTokens {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("huntgate.audit.file", FILE.toString());
      settings.put("quarkus.log.category.\"dev.huntgate.audit\".level", "INFO");
      return settings;
    }
  }

  @BeforeAll
  static void start() {
    ISSUER.start();
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    ResultBuilder rows = new ResultBuilder(List.of(new Column("c", ColumnType.STRING)));
    rows.add(new Object[] {CELL});
    Result result = rows.build();
    upstream.finds(result);
    upstream.holds(Samples.incidents(3));
    before = text().lines().count();
  }

  @AfterEach
  void holdsNoData() {
    String all = text();
    for (String secret : List.of(CELL, COMMENT, "Bearer", "eyJ", "ticket=", "Audited")) {
      assertFalse(all.contains(secret), secret);
    }
  }

  @Test
  void hasHunts_boughtAndKept_andAnsweredByReadyBytes() {
    String hunt = "{ hunt(kql: \"%s\") { rowCount rows { nodes } } }".formatted(kql());
    for (int time = 0; time < 5; time++) {
      post(token(HUNTING_ADHOC), hunt).body("data.hunt.rowCount", equalTo(1));
    }
    post(token(HUNTING_SAVED), hunt).body("errors[0].extensions.code", equalTo("FORBIDDEN"));

    assertEquals(1, upstream.hunts());
    assertLines(
        found("hunt", "", false, "BOUGHT"),
        found("hunt", "", true, "KEPT"),
        found("hunt", "", true, "KEPT"),
        // From here on by ready bytes, which is told once a minute.
        found("hunt", "", true, "KEPT"),
        start("hunt", "FORBIDDEN") + ",\"query\":\"" + HASH + "\"}");
  }

  @Test
  void hasReads_byIdAndByCursor_readyOrNot() {
    String hunt =
        "{ hunt(kql: \"%s\") { id rows(first: 1) { pageInfo { endCursor } } } }".formatted(kql());
    ValidatableResponse answer = post(token(HUNTING_ADHOC), hunt);
    String id = answer.extract().path("data.hunt.id");
    String cursor = answer.extract().path("data.hunt.rows.pageInfo.endCursor");
    post(token(HUNTING_SAVED), "{ huntResult(id: \"%s\") { rowCount } }".formatted(id));
    String page =
        "query ($after: String) { hunt(kql: \"%s\") { rows(first: 1, after: $after) { nodes } } }"
            .formatted(kql());
    for (int time = 0; time < 4; time++) {
      // Another request each time, so that only the page in it can be ready.
      as(token(HUNTING_ADHOC))
          .contentType(ContentType.JSON)
          .body(
              Map.of(
                  "query",
                  page,
                  "variables",
                  Map.of("after", cursor),
                  "extensions",
                  Map.of("time", time)))
          .post("/graphql")
          .then()
          .body("errors", nullValue());
    }
    post(token(HUNTING_SAVED), "{ huntResult(id: \"nothing\") { rowCount } }");

    assertLines(
        found("hunt", "", false, "BOUGHT"),
        found("read", "", true, "KEPT"),
        found("read", "", true, "KEPT"),
        found("read", "", true, "KEPT"),
        // Of a page that is ready once a minute.
        found("read", "", true, "KEPT"),
        start("read", "RESULT_GONE") + "}");
  }

  @Test
  void hasSavedHunts_byTheirNames() {
    String run = "{ runSavedHunt(name: \"%s\", parameters: %s) { rowCount } }";
    post(token(HUNTING_SAVED), run.formatted("encoded-powershell", "{}"))
        .body("data.runSavedHunt.rowCount", equalTo(1));
    post(token(HUNTING_SAVED), run.formatted("no\\nsuch", "{}"));
    post(token(HUNTING_SAVED), run.formatted("encoded-powershell", "{lookBack: 7}"));
    post(token(INCIDENTS_READ), run.formatted("encoded-powershell", "{}"));

    List<String> lines = lines(4);
    assertTrue(
        lines
            .get(0)
            .matches(
                "\\{\"event\":\"hunt\",\"outcome\":\"OK\",.*\"query\":\"[0-9a-f]{32}\","
                    + "\"savedHunt\":\"encoded-powershell\",\"fromCache\":false,.*"),
        lines.get(0));
    assertEquals(
        List.of(
            start("hunt", "NOT_FOUND") + ",\"savedHunt\":\"no\\nsuch\"}",
            start("hunt", "INVALID_ARGUMENT") + ",\"savedHunt\":\"encoded-powershell\"}",
            start("hunt", "FORBIDDEN") + ",\"savedHunt\":\"encoded-powershell\"}"),
        lines.subList(1, 4));
  }

  @Test
  void hasJobs_byTheirIds() {
    String job =
        post(
                token(HUNTING_ADHOC),
                "mutation { startHunt(kql: \"%s\") { id state } }".formatted(kql()))
            .extract()
            .path("data.startHunt.id");

    assertLines(found("hunt", "\"job\":\"" + job + "\",", false, "BOUGHT"));

    post(
        token(HUNTING_ADHOC),
        "{ huntJob(id: \"%s\") { result { rows { nodes } } } }".formatted(job));
    assertEquals(found("read", "", true, "KEPT"), lines(2).get(1));
  }

  @Test
  void hasExports_byTokenAndByLink_andThoseThatWereRefused() {
    String hunt = "{ hunt(kql: \"%s\") { id exports { ndjson } } }".formatted(kql());
    ValidatableResponse answer = post(token(HUNTING_ADHOC, EXPORT), hunt);
    String id = answer.extract().path("data.hunt.id");
    String link = answer.extract().path("data.hunt.exports.ndjson");
    String file = "/hunts/" + id + ".csv";

    as(token(EXPORT)).head(file).then().statusCode(200);
    as(token(EXPORT)).get(file).then().statusCode(200);
    lines(2);
    given().urlEncodingEnabled(false).get(link).then().statusCode(200);
    lines(3);
    as(token(HUNTING_ADHOC)).get(file).then().statusCode(403);
    as(token(EXPORT)).get(file + "?columns=nope").then().statusCode(400);
    as(token(EXPORT)).get("/hunts/nothing.csv").then().statusCode(410);
    post(token(HUNTING_ADHOC), hunt).body("errors[0].extensions.code", equalTo("FORBIDDEN"));

    String query = ",\"query\":\"" + HASH + "\"";
    assertLines(
        found("hunt", "", false, "BOUGHT"),
        start("export", "OK") + query + ",\"format\":\"csv\",\"byLink\":false,\"rows\":1}",
        start("export", "OK") + query + ",\"format\":\"ndjson\",\"byLink\":true,\"rows\":1}",
        start("export", "FORBIDDEN") + ",\"format\":\"csv\",\"byLink\":false,\"rows\":0}",
        start("export", "INVALID_ARGUMENT")
            + query
            + ",\"format\":\"csv\",\"byLink\":false,\"rows\":0}",
        start("export", "RESULT_GONE") + ",\"format\":\"csv\",\"byLink\":false,\"rows\":0}",
        found("hunt", "", true, "KEPT"),
        start("export", "FORBIDDEN") + query + ",\"byLink\":false,\"rows\":0}");
    assertFalse(text().contains(id), "a result's id is for those who may read it");
  }

  @Test
  void hasChangesOfIncidents_oneByOneAndTogether() {
    String token = token(INCIDENTS_WRITE, INCIDENTS_READ);
    post(
            token,
            "mutation { updateIncident(input: {id: \"1\", status: RESOLVED, comment: \"%s\"})"
                    .formatted(COMMENT)
                + " { incident { id } } }")
        .body("errors", nullValue());
    post(
        token,
        "mutation { addIncidentComment(input: {id: \"9\", comment: \"%s\"}) { warnings } }"
            .formatted(COMMENT));
    post(
        token,
        "mutation { updateIncident(input: {id: \"2\", tags: [\"a\"],"
            + " ifLastUpdatedAt: \"2020-01-01T00:00:00Z\"}) { warnings } }");
    post(
        token,
        "mutation { updateIncidents(input: {ids: [\"2\", \"3\", \"9\"], assignedTo: null})"
            + " { results { id incident { id } } } }");
    post(
        token(INCIDENTS_READ),
        "mutation { updateIncidents(input: {ids: [\"2\", \"3\"], tags: []}) { results { id } } }");

    assertLines(
        changed("OK", "\"incident\":\"1\",\"fields\":[\"status\",\"comment\"]"),
        changed("NOT_FOUND", "\"incident\":\"9\",\"fields\":[\"comment\"]"),
        changed("CONFLICT", "\"incident\":\"2\",\"fields\":[\"tags\"]"),
        changed("OK", "\"incident\":\"2\",\"fields\":[\"assignedTo\"]"),
        changed("OK", "\"incident\":\"3\",\"fields\":[\"assignedTo\"]"),
        changed("NOT_FOUND", "\"incident\":\"9\",\"fields\":[\"assignedTo\"]"),
        changed("FORBIDDEN", "\"incidents\":2,\"fields\":[\"tags\"]"));
  }

  private static String kql() {
    return KQL.replace("\n", "\\n");
  }

  private static String found(String event, String more, boolean fromCache, String origin) {
    return start(event, "OK")
        + ",\"query\":\"%s\",%s\"fromCache\":%b,\"origin\":\"%s\",\"rows\":1,\"runningTimeMs\":1500}"
            .formatted(HASH, more, fromCache, origin);
  }

  private static String changed(String outcome, String more) {
    return start("incidentChange", outcome) + "," + more + "}";
  }

  private static String start(String event, String outcome) {
    return "{\"event\":\"%s\",\"outcome\":\"%s\",\"caller\":\"alice\",\"tenant\":\"default\""
        .formatted(event, outcome);
  }

  private void assertLines(String... expected) {
    assertEquals(List.of(expected), lines(expected.length));
  }

  /* What came since the test began, without times; a file's line comes after its last byte. */
  private List<String> lines(int atLeast) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> text().lines().count() >= before + atLeast);
    return text().lines().skip(before).map(AuditTest::withoutTime).toList();
  }

  private static String withoutTime(String line) {
    try {
      ObjectNode event = (ObjectNode) JSON.readTree(line);
      Instant.parse(event.remove("time").textValue());
      return event.toString();
    } catch (IOException noJson) {
      throw new UncheckedIOException(line, noJson);
    }
  }

  private static String age(Path file) {
    return file.equals(FILE) ? "~" : file.toString().substring(FILE.toString().length());
  }

  /* At midnight the file is put aside under the date. */
  private static String text() {
    try (Stream<Path> files = Files.list(FILE.getParent())) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.sorted(Comparator.comparing(AuditTest::age)).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String token(Permission... held) {
    return ISSUER.token(held);
  }

  private static ValidatableResponse post(String token, String document) {
    return GraphQl.post(token, document).then().statusCode(200);
  }
}
