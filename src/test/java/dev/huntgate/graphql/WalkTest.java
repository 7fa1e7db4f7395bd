package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.wiring.UnlimitedSandbox;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks to the end through GraphQL while the company in the sandbox lives on. */
abstract class WalkTest {

  private static final String INCIDENTS =
      "query ($first: Int, $after: String) { incidents(first: $first, after: $after)"
          + " { nodes { id } pageInfo { hasNextPage endCursor } } }";
  private static final String ROWS =
      "query ($kql: String!, $first: Int, $after: String) { hunt(kql: $kql) { rowCount"
          + " rows(first: $first, after: $after) { nodes pageInfo { hasNextPage endCursor } } } }";
  private static final String PROCESSES =
      "DeviceProcessEvents | sort by Timestamp asc, ReportId asc | take 100";
  private static final int FEW = 17;
  private static final int MANY = 250;
  private static final int CHANGES = 5;
  /* Shares no factor with likely counts, so that changes fall all over the list. */
  private static final int STRIDE = 37;

  @Inject CountingHuntingEngine engine;

  @Test
  void meetsEachIncidentOnce_whileTheyChangeAndArrive() {
    List<String> existing = walk(MANY, () -> {});
    assertTrue(existing.size() >= 200, "only " + existing.size() + " incidents");
    int[] turn = {0};

    List<String> met =
        walk(
            FEW,
            () -> {
              for (int i = 0; i < CHANGES; i++) {
                change(existing.get(turn[0]++ * STRIDE % existing.size()));
              }
              given()
                  .queryParam("count", 3)
                  .post("/sandbox/control/incidents")
                  .then()
                  .statusCode(200);
            });

    assertTrue(turn[0] > 10 * CHANGES, "only " + turn[0] + " changes");
    assertEquals(met.size(), Set.copyOf(met).size(), "an incident was met twice");
    assertEquals(
        new TreeSet<>(existing),
        met.stream().filter(existing::contains).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void readsTheSameRowsPageByPage_forThePriceOfOneHunt() {
    int before = engine.hunts();
    List<Object> paged = new ArrayList<>();
    String after = null;
    ExtractableResponse<Response> page;
    int pages = 0;
    do {
      page = rows(7, after);
      paged.addAll(page.path("data.hunt.rows.nodes"));
      after = page.path("data.hunt.rows.pageInfo.endCursor");
      pages++;
    } while (page.<Boolean>path("data.hunt.rows.pageInfo.hasNextPage"));

    assertEquals(100, page.<Integer>path("data.hunt.rowCount"));
    assertEquals(15, pages);
    assertEquals(rows(100, null).<List<Object>>path("data.hunt.rows.nodes"), paged);
    assertEquals(1, engine.hunts() - before);
  }

  private static List<String> walk(int first, Runnable between) {
    List<String> met = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("first", first));
    ExtractableResponse<Response> page;
    do {
      page = GraphQl.post(INCIDENTS, variables).body("errors", nullValue()).extract();
      List<String> ids = page.path("data.incidents.nodes.id");
      assertTrue(ids.size() <= first);
      met.addAll(ids);
      variables.put("after", page.path("data.incidents.pageInfo.endCursor"));
      between.run();
    } while (page.<Boolean>path("data.incidents.pageInfo.hasNextPage"));
    return met;
  }

  private static ExtractableResponse<Response> rows(int first, String after) {
    Map<String, Object> variables = new HashMap<>(Map.of("kql", PROCESSES, "first", first));
    variables.put("after", after);
    return GraphQl.post(ROWS, variables).body("errors", nullValue()).extract();
  }

  private static void change(String id) {
    given()
        .auth()
        .oauth2(token())
        .contentType(ContentType.JSON)
        .body("{\"assignedTo\": \"someone@northwhale.example\"}")
        .patch("/sandbox/graph/v1.0/security/incidents/" + id)
        .then()
        .statusCode(200);
  }

  private static String token() {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", "huntgate-sandbox")
        .formParam("client_secret", "sandbox-only")
        .formParam("scope", "https://graph.microsoft.com/.default")
        .post("/sandbox/login/other/oauth2/v2.0/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** The sandbox without limits, asked through this family. */
  abstract static class OverFamily extends UnlimitedSandbox {

    private final String family;

    OverFamily(String family) {
      this.family = family;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("huntgate.upstream", family);
      return overrides;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(CountingHuntingEngine.class);
    }
  }
}
