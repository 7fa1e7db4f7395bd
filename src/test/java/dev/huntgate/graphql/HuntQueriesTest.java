package dev.huntgate.graphql;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonText;
import dev.huntgate.result.ResultBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class HuntQueriesTest {

  private static final String PAGE =
      """
      query ($kql: String!, $timespan: String, $after: String) {
        hunt(kql: $kql, timespan: $timespan) {
          rows(first: 2, after: $after) {
            nodes pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
      }
      """;

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(Samples.rows(5));
  }

  @Test
  void returnsTheResult() {
    ResultBuilder builder =
        new ResultBuilder(
            List.of(
                new Column("Time", ColumnType.DATETIME),
                new Column("x y", ColumnType.DYNAMIC),
                new Column("x y", ColumnType.REAL)));
    builder.add(
        new Object[] {
          Instant.parse("2026-03-01T09:30:00.5Z"), new JsonText("{\"a\":[1]}"), Double.NaN
        });
    builder.add(new Object[] {null, null, null});
    upstream.finds(builder.build());
    GraphQl.post(
            """
            { hunt(kql: "T", timespan: "P7D") {
                rowCount truncated warnings runningTime
                columns { name type } rows { nodes edges { node } }
            } }
            """)
        .body("errors", nullValue())
        .rootPath("data.hunt")
        .body("rowCount", equalTo(2))
        .body("truncated", equalTo(false))
        .body("warnings", empty())
        .body("runningTime", equalTo("PT1.5S"))
        .body("columns.name", contains("Time", "x y", "x y"))
        .body("columns.type", contains("DATETIME", "DYNAMIC", "REAL"))
        .body(
            "rows.nodes[0]",
            equalTo(List.of("2026-03-01T09:30:00.5Z", Map.of("a", List.of(1)), "NaN")))
        .body("rows.nodes[1]", equalTo(Arrays.asList(null, null, null)))
        .body("rows.edges[1].node", hasSize(3));
  }

  @Test
  void pagesThroughAllRows_withOneHunt() {
    ValidatableResponse first = page("T", null);
    first
        .body("data.hunt.rows.nodes", equalTo(List.of(List.of(0), List.of(1))))
        .body("data.hunt.rows.pageInfo.hasPreviousPage", equalTo(false));
    ValidatableResponse second = page("T", end(first));
    second.body("data.hunt.rows.nodes", equalTo(List.of(List.of(2), List.of(3))));
    page("T", end(second))
        .body("data.hunt.rows.nodes", equalTo(List.of(List.of(4))))
        .body("data.hunt.rows.pageInfo.hasNextPage", equalTo(false))
        .body("data.hunt.rows.pageInfo.hasPreviousPage", equalTo(true));
    assertEquals(1, upstream.hunts());
  }

  @Test
  void goesOnBehindAnEdge_whenGivenItsCursor() {
    String cursor =
        GraphQl.post("{ hunt(kql: \"T\") { rows { edges { cursor } } } }")
            .extract()
            .path("data.hunt.rows.edges[2].cursor");
    page("T", cursor).body("data.hunt.rows.nodes", equalTo(List.of(List.of(3), List.of(4))));
  }

  @Test
  void returnsTheLargestPage() {
    upstream.finds(Samples.rows(RowsRequest.MAX_FIRST + 1));
    GraphQl.post("{ hunt(kql: \"T\") { rows(first: 10000) { nodes edges { node } } } }")
        .body("errors", nullValue())
        .body("data.hunt.rows.nodes", hasSize(RowsRequest.MAX_FIRST))
        .body("data.hunt.rows.edges", hasSize(RowsRequest.MAX_FIRST));
  }

  @Test
  void answersSeveralPagesAndHuntsInOneRequest() {
    GraphQl.post(
            """
            { a: hunt(kql: "A") { few: rows(first: 1) { nodes } all: rows { nodes } }
              b: hunt(kql: "B") { rowCount } }
            """)
        .body("errors", nullValue())
        .body("data.a.few.nodes", hasSize(1))
        .body("data.a.all.nodes", hasSize(5))
        .body("data.b.rowCount", equalTo(5));
    assertEquals(2, upstream.hunts());
  }

  @Test
  void refusesWithoutHunting_whenTheCursorsResultIsGone() {
    String cursor = end(page("T", null));
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    page("T", cursor)
        .body("errors[0].extensions.code", equalTo("RESULT_GONE"))
        .body("errors[0].extensions.argument", equalTo("after"))
        .body("errors[0].path", contains("hunt"));
    String inFragment =
        "{ hunt(kql: \"T\") { ...r } } fragment r on HuntResult { x: rows(after: \"%s\") { nodes } }";
    GraphQl.post(String.format(inFragment, cursor))
        .body("errors[0].extensions.code", equalTo("RESULT_GONE"));
    assertEquals(1, upstream.hunts());
  }

  @Test
  void refusesWithoutHunting_whenTheCursorIsOfAnotherHunt() {
    String cursor = end(page("T", null));
    for (Map<String, Object> other :
        List.<Map<String, Object>>of(
            Map.of("kql", "U", "after", cursor),
            Map.of("kql", "T", "timespan", "P1D", "after", cursor),
            Map.of("kql", "T", "after", "garbage"))) {
      GraphQl.post(PAGE, other)
          .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
          .body("errors[0].extensions.argument", equalTo("after"));
    }
    assertEquals(1, upstream.hunts());
  }

  @Test
  void answersAnEmptyPage_whenTheResultIsEmpty() {
    upstream.finds(Samples.rows(0));
    page("T", null)
        .body("errors", nullValue())
        .body("data.hunt.rows.nodes", empty())
        .body("data.hunt.rows.pageInfo.hasNextPage", equalTo(false))
        .body("data.hunt.rows.pageInfo.endCursor", nullValue());
  }

  private static ValidatableResponse page(String kql, String after) {
    return GraphQl.post(
        PAGE, after == null ? Map.of("kql", kql) : Map.of("kql", kql, "after", after));
  }

  private static String end(ValidatableResponse page) {
    return page.extract().path("data.hunt.rows.pageInfo.endCursor");
  }
}
