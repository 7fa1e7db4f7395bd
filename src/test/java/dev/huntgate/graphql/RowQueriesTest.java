package dev.huntgate.graphql;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class RowQueriesTest {

  private static final String ROWS =
      """
      query ($first: Int, $after: String, $orderBy: [RowOrder!], $filter: [RowCondition!],
             $columns: [String!]) {
        hunt(kql: "T") {
          rows(first: $first, after: $after, orderBy: $orderBy, filter: $filter, columns: $columns) {
            totalCount columns { name } nodes pageInfo { hasNextPage endCursor }
          }
        }
      }
      """;
  private static final List<Map<String, String>> BY_NAME_DOWN_THEN_N =
      List.of(Map.of("column", "Name", "direction", "DESC"), Map.of("column", "n"));

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(
        rows(
            new Object[] {"b", 3L, true},
            new Object[] {"a", 2L, null},
            new Object[] {null, 1L, false},
            new Object[] {"B", 9L, true},
            new Object[] {"b", -5L, null}));
  }

  @Test
  void meetsAllRowsInOrder_whenPagingThroughThem() {
    List<Object> met = new ArrayList<>();
    String after = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("first", 2);
      variables.put("after", after);
      variables.put("orderBy", BY_NAME_DOWN_THEN_N);
      ValidatableResponse page = GraphQl.post(ROWS, variables).body("errors", nullValue());
      met.addAll(page.extract().path("data.hunt.rows.nodes.collect { it[1] }"));
      after =
          page.extract().<Boolean>path("data.hunt.rows.pageInfo.hasNextPage")
              ? page.extract().path("data.hunt.rows.pageInfo.endCursor")
              : null;
    } while (after != null);

    assertEquals(List.of(-5, 3, 2, 9, 1), met);
    assertEquals(1, upstream.hunts());
  }

  @Test
  void keepsWhatMeetsAllConditions_andShowsTheColumnsAskedFor() {
    GraphQl.post(
            ROWS,
            Map.of(
                "filter",
                    List.of(
                        Map.of(
                            "column",
                            "Name",
                            "operator",
                            "IN",
                            "values",
                            List.of("B", "A"),
                            "ignoreCase",
                            true),
                        Map.of("column", "n", "operator", "GE", "value", "2")),
                "columns", List.of("n", "Name")))
        .body("errors", nullValue())
        .rootPath("data.hunt.rows")
        .body("totalCount", equalTo(3))
        .body("columns.name", contains("n", "Name"))
        .body("nodes", contains(List.of(3, "b"), List.of(2, "a"), List.of(9, "B")));
  }

  @Test
  void findsRowsWithoutAValue() {
    GraphQl.post(ROWS, Map.of("filter", List.of(Map.of("column", "ok", "operator", "IS_NULL"))))
        .body("data.hunt.rows.nodes.collect { it[1] }", contains(2, -5));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"column\":\"N\",\"operator\":\"EQ\",\"value\":\"1\"}', 'no column \"N\"'",
    "'{\"column\":\"n\",\"operator\":\"EQ\",\"value\":\"one\"}', 'a whole number'",
    "'{\"column\":\"n\",\"operator\":\"CONTAINS\",\"value\":\"1\"}', CONTAINS",
    "'{\"column\":\"ok\",\"operator\":\"LT\",\"value\":\"yes\"}', ok",
    "'{\"column\":\"n\",\"operator\":\"EQ\"}', n"
  })
  void namesTheFilter_whenAConditionMakesNoSense(String condition, String said) {
    Map<String, Object> given = JsonPath.from(condition).getMap("$");
    GraphQl.post(ROWS, Map.of("filter", List.of(given)))
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("filter"))
        .body("errors[0].message", containsString(said));
  }

  @Test
  void refusesACursor_ofAnotherOrder() {
    String cursor =
        GraphQl.post(ROWS, Map.of("first", 2, "orderBy", BY_NAME_DOWN_THEN_N))
            .extract()
            .path("data.hunt.rows.pageInfo.endCursor");
    GraphQl.post(ROWS, Map.of("first", 2, "after", cursor))
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("after"));
  }

  @Test
  void summarizesAColumn() {
    GraphQl.post(
            """
            { hunt(kql: "T") {
                names: summary(column: "Name", top: 2) {
                  column { name type } rowCount nullCount distinctCount min max top { value count }
                }
                oks: summary(column: "ok", filter: [{column: "n", operator: LT, value: "3"}]) {
                  rowCount nullCount min top { value count }
                }
            } }
            """)
        .body("errors", nullValue())
        .rootPath("data.hunt.names")
        .body("column.name", equalTo("Name"))
        .body("rowCount", equalTo(5))
        .body("nullCount", equalTo(1))
        .body("distinctCount", equalTo(3))
        .body("min", equalTo("B"))
        .body("max", equalTo("b"))
        .body("top.value", contains("b", "B"))
        .body("top.count", contains(2, 1))
        .rootPath("data.hunt.oks")
        .body("rowCount", equalTo(3))
        .body("nullCount", equalTo(2))
        .body("min", equalTo(false))
        .body("top.value", contains(false));
  }

  @Test
  void namesTheColumn_thatASummaryCannotFind() {
    GraphQl.post("{ hunt(kql: \"T\") { summary(column: \"x\") { rowCount } } }")
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("column"));
  }

  private static Result rows(Object[]... rows) {
    ResultBuilder builder =
        new ResultBuilder(
            List.of(
                new Column("Name", ColumnType.STRING),
                new Column("n", ColumnType.LONG),
                new Column("ok", ColumnType.BOOL)));
    for (Object[] row : rows) {
      builder.add(row);
    }
    return builder.build();
  }
}
