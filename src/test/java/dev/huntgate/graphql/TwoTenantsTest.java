package dev.huntgate.graphql;

import static dev.huntgate.graphql.GraphQl.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tenants who ask the same at the same time, and use what they find out of each other. */
@QuarkusTest
@TestProfile(TwoTenantsTest.Served.class)
class TwoTenantsTest {

  private static final String ISSUER_NAME = "two-tenants";
  private static final IssuerForTests ISSUER = IssuerForTests.named(ISSUER_NAME);
  private static final String HUNT =
      "{ hunt(kql: \"Same | take 5\") { id rows(first: 2) { nodes pageInfo { endCursor } }"
          + " exports { csv ndjson } } }";
  private static final String LIST =
      "{ incidents(first: 1) { nodes { id name } pageInfo { endCursor } } }";

  /** Both tenants are served, to whoever has a token of theirs. */
  public static class Served implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(IssuerForTests.settings(ISSUER_NAME));
      settings.put("huntgate.auth.tenant-claim", "tenant");
      settings.put("huntgate.sandbox", "false");
      settings.put("huntgate.budget.opening", "1");
      return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(TwoUpstreams.class));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        HUNT,
        LIST,
        "{ incident(id: \"1\") { name tags } }",
        "{ incidents(first: 2, orderBy: SEVERITY) { nodes { name } } }",
        "{ incidentCounts(by: TAG) { counts { value incidents } } }",
        "mutation { updateIncident(input: {id: \"1\", tags: [\"x\"]}) { incident { name } } }"
      })
  void answersEachWithTheirOwn_howeverWarmTheCachesAre(String document) {
    for (int time = 0; time < 4; time++) {
      for (String tenant : TwoUpstreams.TENANTS) {
        Response answer = GraphQl.post(token(tenant), document);
        answer.then().statusCode(200).body("errors", nullValue());
        assertIsOf(tenant, answer.asString());
      }
    }
  }

  @Test
  void findsNoResultOfTheOthers_byItsId() {
    String id = hunt("one").path("data.hunt.id");
    assertNotEquals(id, hunt("two").path("data.hunt.id"));

    for (int time = 0; time < 3; time++) {
      String document = "{ huntResult(id: \"%s\") { rows { nodes } } }".formatted(id);
      assertIsOf("one", GraphQl.post(token("one"), document).asString());
      Response answer = GraphQl.post(token("two"), document);
      answer.then().body("errors[0].extensions.code", equalTo("RESULT_GONE"));
      assertThat(answer.asString(), not(containsString("\"one\"")));
    }
  }

  @Test
  void takesNoCursorOfTheOthers_norOneThatIsForged() {
    String rows = hunt("one").path("data.hunt.rows.pageInfo.endCursor");
    String incidents = GraphQl.post(token("one"), LIST).path("data.incidents.pageInfo.endCursor");
    String page = "{ hunt(kql: \"Same | take 5\") { rows(after: \"%s\") { nodes } } }";
    String list = "{ incidents(first: 1, after: \"%s\") { nodes { name } } }";
    assertIsOf("one", GraphQl.post(token("one"), page.formatted(rows)).asString());
    assertIsOf("one", GraphQl.post(token("one"), list.formatted(incidents)).asString());

    for (String document : List.of(page.formatted(rows), list.formatted(incidents))) {
      Response answer = GraphQl.post(token("two"), document);
      answer
          .then()
          .body(
              "errors[0].extensions.code",
              anyOf(equalTo("RESULT_GONE"), equalTo("INVALID_ARGUMENT")));
      assertThat(answer.asString(), not(containsString("of one")));
    }
    Random random = new Random(9);
    for (String cursor : List.of(rows, incidents)) {
      for (int i = 0; i < 40; i++) {
        String forged = changed(cursor, random);
        String document = (cursor.equals(rows) ? page : list).formatted(forged);
        GraphQl.post(token("two"), document)
            .then()
            .body(
                "errors[0].extensions.code",
                anyOf(equalTo("RESULT_GONE"), equalTo("INVALID_ARGUMENT")));
      }
    }
  }

  @Test
  void showsAndStopsNoJobOfTheOthers() {
    String id =
        GraphQl.post(token("one"), "mutation { startHunt(kql: \"Job | take 5\") { id } }")
            .path("data.startHunt.id");

    for (String document :
        List.of(
            "{ huntJob(id: \"%s\") { kql result { rowCount } } }",
            "mutation { cancelHunt(id: \"%s\") { kql } }")) {
      GraphQl.post(token("two"), document.formatted(id))
          .then()
          .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
          .body("data", anyOf(nullValue(), equalTo(Map.of())));
    }
    try (SocketClient other = SocketClient.open(Map.of())) {
      other.init("Bearer " + token("two"));
      assertThat(other.next(), containsString("connection_ack"));
      other.subscribe("1", "subscription { huntJob(id: \"%s\") { kql } }".formatted(id));
      assertThat(other.next(), containsString("NOT_FOUND"));
    }
    assertEquals(
        "Job | take 5",
        GraphQl.post(token("one"), "{ huntJob(id: \"%s\") { kql } }".formatted(id))
            .path("data.huntJob.kql"));
  }

  @Test
  void givesNoFileOfTheOthers() {
    Response hunted = hunt("one");
    String id = hunted.path("data.hunt.id");
    String link = hunted.path("data.hunt.exports.csv");

    for (String format : List.of("csv", "ndjson")) {
      as(token("one")).get("/hunts/" + id + "." + format).then().statusCode(200);
      as(token("two")).get("/hunts/" + id + "." + format).then().statusCode(410);
    }
    // A link is for whoever has it; a ticket of one tenant opens nothing of another's.
    String others = hunt("two").path("data.hunt.id");
    String ticket = link.substring(link.indexOf('?'));
    given()
        .get("/hunts/" + others + ".csv" + ticket)
        .then()
        .statusCode(anyOf(equalTo(401), equalTo(403)));
  }

  @Test
  void dropsNothingOfTheOthers() {
    String mine = hunt("two").path("data.hunt.id");

    GraphQl.post(token("one"), "mutation { purgeHunt(kql: \"Same | take 5\") }")
        .then()
        .body("errors", nullValue());

    assertEquals(mine, hunt("two").path("data.hunt.id"));
  }

  @Test
  void countsEachOnesSpending_onTheirOwn() {
    GraphQl.post(token("two"), "{ hunt(kql: \"Other | take 5\") { id } }");
    int before = used("one");

    GraphQl.post(token("two"), "{ hunt(kql: \"Third | take 5\", maxAge: \"PT0S\") { id } }");

    assertEquals(before, used("one"));
    assertTrue(used("two") >= 2);
    String spent = GraphQl.post(token("one"), "{ spending(by: HUNT) { kql } }").asString();
    assertThat(spent, not(containsString("Third")));
    String metrics = as(token("one")).get("/q/metrics").then().statusCode(200).extract().asString();
    for (String tenant : TwoUpstreams.TENANTS) {
      assertThat(metrics, containsString("tenant=\"" + tenant + "\""));
    }
  }

  @Test
  void answersOne_howeverMuchAnotherAsks() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String document =
          "{ hunt(kql: \"Flood%d | take 5\", maxWait: \"PT0S\") { id } }".formatted(i);
      codes.add(
          GraphQl.post(token(TwoUpstreams.NOISY), document).path("errors[0]?.extensions?.code"));
    }
    assertTrue(codes.contains("QUOTA_EXHAUSTED"), codes::toString);

    GraphQl.post(token("two"), "{ hunt(kql: \"Calm | take 5\", maxWait: \"PT0S\") { id } }")
        .then()
        .body("errors", nullValue());
  }

  @Test
  void refusesWhoAsksForTheOtherTenant() {
    as(token("one"))
        .header("Huntgate-Tenant", "two")
        .contentType(ContentType.JSON)
        .body(Map.of("query", "{ quota { state } }"))
        .post("/graphql")
        .then()
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  private static int used(String tenant) {
    List<Integer> used =
        GraphQl.post(token(tenant), "{ quota { operation windows { unit used } } }")
            .jsonPath()
            .getList(
                "data.quota.find { it.operation == 'HUNTING' }.windows"
                    + ".findAll { it.unit == 'CALLS' }.used");
    return used.get(0);
  }

  private static Response hunt(String tenant) {
    Response answer = GraphQl.post(token(tenant), HUNT);
    answer.then().body("errors", nullValue());
    assertIsOf(tenant, answer.asString());
    return answer;
  }

  private static void assertIsOf(String tenant, String answer) {
    String other = tenant.equals("one") ? "two" : "one";
    assertThat(answer, containsString(tenant));
    assertThat(answer, not(containsString("of " + other)));
    assertThat(answer, not(containsString("\"" + other + "\"")));
  }

  /* One character of it is another. */
  private static String changed(String cursor, Random random) {
    int at = random.nextInt(cursor.length() - 1);
    char is = cursor.charAt(at);
    return cursor.substring(0, at) + (is == 'A' ? 'B' : 'A') + cursor.substring(at + 1);
  }

  private static String token(String tenant) {
    return ISSUER.sign(ISSUER.claims(Permission.values()).claim("tenant", tenant));
  }
}
