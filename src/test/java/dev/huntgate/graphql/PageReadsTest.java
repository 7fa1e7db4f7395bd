package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.graphql.PageReads.Request;
import dev.huntgate.hunting.Hunts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class PageReadsTest {

  private static final int ROWS = 12;
  private static final String EVERYTHING =
      "hunt(kql: \"T\") { __typename x: rowCount rows(first: 3, after: $after) {"
          + " pageInfo { endCursor hasNextPage hasPreviousPage startCursor __typename }"
          + " all: nodes totalCount edges { node at: cursor __typename } __typename }"
          + " cache { hit freshness } }";

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;
  @Inject ReadyAnswers ready;
  @Inject Hunts hunts;

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(Samples.rows(ROWS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EVERYTHING,
        "hunt(kql: \"T\") { rows(after: $after, first: 5) { nodes } rowCount }",
        "mine: hunt(kql: \"T\") { page: rows(after: $after, first: 2, orderBy: [{column: \"n\","
            + " direction: DESC}]) { nodes pageInfo { hasNextPage endCursor } } columns { name } }",
        "hunt(kql: \"T\") { rows(after: $after, columns: [\"n\", \"n\"]) { nodes totalCount } }"
      })
  void answersAsExecutingDoes_whenOnlyTheCursorChanges(String field) {
    List<String> cursors = cursors(field);
    String document = "query ($after: String) { " + field + " }";
    for (int round = 0; round < 3; round++) {
      for (String cursor : cursors) {
        String executed =
            post("{ " + field.replace("$after", '"' + cursor + '"') + " }", Map.of()).asString();
        assertEquals(executed, post(document, Map.of("after", cursor)).asString());
      }
    }
    String any = cursors.get(0);
    assertNotNull(
        new PageReads(ready, hunts).answer(request(document, any)), "it was executed each time");
    assertEquals(1, upstream.hunts());
  }

  @Test
  void executes_whatIsNotAsPlain() {
    String fragment =
        "query ($after: String) { hunt(kql: \"T\") { rows(after: $after) { ...f } } }"
            + " fragment f on RowConnection { nodes }";
    String twice =
        "query ($after: String) { hunt(kql: \"T\") { rows(after: $after) { nodes }"
            + " more: rows(after: $after) { nodes } } }";
    String directive =
        "query ($after: String) { hunt(kql: \"T\") { rows(after: $after) { nodes"
            + " pageInfo @skip(if: true) { endCursor } } } }";
    String cursor = cursors("hunt(kql: \"T\") { rows(after: $after, first: 3) { nodes } }").get(0);
    for (String document : List.of(fragment, twice, directive)) {
      String first = post(document, Map.of("after", cursor)).asString();
      assertTrue(first.startsWith("{\"data\":{\"hunt\":{\"rows\":{\"nodes\":[["), first);
      for (int i = 0; i < 4; i++) {
        assertEquals(first, post(document, Map.of("after", cursor)).asString());
      }
      assertEquals(null, new PageReads(ready, hunts).answer(request(document, cursor)));
    }
  }

  @Test
  void refusesOtherCursors_whenPagesAreReady() {
    String field = "hunt(kql: \"T\") { rows(after: $after, first: 3) { nodes } }";
    String document = "query ($after: String) { " + field + " }";
    String cursor = becomesReady(field, document);
    for (String wrong : List.of("", "x", cursor + "A", cursor.substring(1))) {
      post(document, Map.of("after", wrong))
          .then()
          .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
          .body("errors[0].extensions.argument", equalTo("after"));
    }
    post(document, Map.of("after", 7))
        .then()
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
  }

  @Test
  void saysThatTheResultIsGone_whenPagesWereReady() {
    String field = "hunt(kql: \"T\") { rows(after: $after, first: 3) { nodes } }";
    String document = "query ($after: String) { " + field + " }";
    String cursor = becomesReady(field, document);
    GraphQl.post("mutation { purgeHunt(kql: \"T\") }");
    post(document, Map.of("after", cursor))
        .then()
        .body("errors[0].extensions.code", equalTo("RESULT_GONE"));
    assertEquals(1, upstream.hunts());
  }

  private String becomesReady(String field, String document) {
    String cursor = cursors(field).get(0);
    for (int i = 0; i < 3; i++) {
      post(document, Map.of("after", cursor)).then().body("errors", equalTo(null));
    }
    assertNotNull(new PageReads(ready, hunts).answer(request(document, cursor)));
    return cursor;
  }

  /* Behind every row, in the order of the rows that the field has. */
  private static List<String> cursors(String field) {
    String arguments =
        field.substring(field.indexOf("rows(") + 5, field.indexOf(") {", field.indexOf("rows(")));
    String all =
        "query ($after: String) { hunt(kql: \"T\") { rows("
            + arguments.replaceAll(", first: \\d+|first: \\d+, ", "")
            + ") { edges { cursor } } } }";
    return new ArrayList<>(post(all, new HashMap<>()).path("data.hunt.rows.edges.cursor"));
  }

  private Request request(String document, String cursor) {
    return new Request(
        Caller.ANONYMOUS, document, null, Json.createObjectBuilder().add("after", cursor).build());
  }

  private static Response post(String document, Map<String, Object> variables) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document, "variables", variables))
        .post("/graphql");
  }
}
