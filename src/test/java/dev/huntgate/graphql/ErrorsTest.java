package dev.huntgate.graphql;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class ErrorsTest {

  @Inject FakeUpstream upstream;

  @BeforeEach
  void empty() {
    upstream.reset();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "incidents(first: 0) { nodes { id } }                       | INVALID_ARGUMENT | first",
        "incidents(first: -1) { nodes { id } }                      | INVALID_ARGUMENT | first",
        "incidents(first: 251) { nodes { id } }                     | LIMIT_EXCEEDED   | first",
        "incidents(first: 2147483647) { nodes { id } }              | LIMIT_EXCEEDED   | first",
        "incidents(first: 2147483648) { nodes { id } }              | INVALID_ARGUMENT | first",
        "incidents(first: \"many\") { nodes { id } }                   | INVALID_ARGUMENT | first",
        "incidents(after: \"\") { nodes { id } }                    | INVALID_ARGUMENT | after",
        "incidents(after: \"garbage\") { nodes { id } }             | INVALID_ARGUMENT | after",
        "incidents(orderBy: NEWEST) { nodes { id } }                | INVALID_ARGUMENT | orderBy",
        "incidents(filter: {createdFrom: \"x\"}) { nodes { id } }   | INVALID_ARGUMENT | filter.createdFrom",
        "incidents(filter: {severities: [WORST]}) { nodes { id } }  | INVALID_ARGUMENT | filter.severities",
        "incident(id: \"999\") { id }                               | NOT_FOUND        | id",
        "incident(id: \"\") { id }                                  | INVALID_ARGUMENT | id",
        "hunt(kql: \" \") { rowCount }                              | INVALID_ARGUMENT | kql",
        "hunt(kql: 5) { rowCount }                                  | INVALID_ARGUMENT | kql",
        "hunt { rowCount }                                          | INVALID_ARGUMENT | kql",
        "hunt(kql: \"T\", timespan: \"7 days\") { rowCount }        | INVALID_ARGUMENT | timespan",
        "hunt(kql: \"T\", maxWait: \"soon\") { rowCount }           | INVALID_ARGUMENT | maxWait",
        "hunt(kql: \"T\", maxWait: \"-PT1S\") { rowCount }          | INVALID_ARGUMENT | maxWait",
        "hunt(kql: \"T\", maxWait: \"PT10M1S\") { rowCount }        | LIMIT_EXCEEDED   | maxWait",
        "hunt(kql: \"T\", priority: LOW) { rowCount }               | INVALID_ARGUMENT | priority",
        "estimateHunt(kql: \" \") { p50 }                          | INVALID_ARGUMENT | kql",
        "spending(by: DAY) { calls }                               | INVALID_ARGUMENT | by",
        "hunt(kql: \"T\") { rows(first: 0) { nodes } }              | INVALID_ARGUMENT | first",
        "hunt(kql: \"T\") { rows(first: 10001) { nodes } }          | LIMIT_EXCEEDED   | first",
        "hunt(kql: \"T\") { rows(after: \"garbage\") { nodes } }    | INVALID_ARGUMENT | after",
      })
  void namesTheArgument_whenItsValueIsBad(String field, String code, String argument) {
    GraphQl.post("{ " + field + " }")
        .body("data", nullValue())
        .body("errors", hasSize(1))
        .body("errors[0].message", notNullValue())
        .body("errors[0].locations[0].line", equalTo(1))
        .body("errors[0].extensions.code", equalTo(code))
        .body("errors[0].extensions.argument", equalTo(argument));
    assertEquals(0, upstream.hunts());
  }

  @Test
  void namesTheArgument_whenAVariableIsBad() {
    String document = "query ($first: Int) { incidents(first: $first) { nodes { id } } }";
    GraphQl.post(document, Map.of("first", "many"))
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("first"));
  }

  static Stream<Map<String, Object>> filters() {
    return Stream.of(
        Map.of("createdFrom", "x"),
        Map.of("createdFrom", "2026-03-01"),
        Map.of("createdFrom", 5),
        Map.of("createdFrom", true),
        Map.of("createdFrom", List.of("x")),
        Map.of("createdFrom", Map.of("a", "b")),
        Map.of("assignedTo", 7),
        Map.of("severities", List.of("WORST")),
        Map.of("severities", 3),
        Map.of("colour", "red"));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void tellsNothingOfTheInside_whenAFilterIsBad(Map<String, Object> filter) {
    String document = "query ($f: IncidentFilter) { incidents(filter: $f) { nodes { id } } }";
    String answer =
        GraphQl.post(document, Map.of("f", filter))
            .body("errors", hasSize(1))
            .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
            .extract()
            .asString();
    assertFalse(answer.contains("huntgate") || answer.contains("java"), answer);
  }

  @Test
  void namesTheLimit_whenTheQueryIsTooLong() {
    String document = "query ($kql: String!) { hunt(kql: $kql) { rowCount } }";
    GraphQl.post(document, Map.of("kql", "T | where x == '" + "y".repeat(100_000) + "'"))
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("kql"));
    assertEquals(0, upstream.hunts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{ nothing }", "{ incidents }", "query A { __typename } query B { __typename }"})
  void saysInvalidArgument_whenTheDocumentIsBad(String document) {
    GraphQl.post(document)
        .body("errors[0].extensions", equalTo(Map.of("code", "INVALID_ARGUMENT")));
  }

  @Test
  void passesOnWhatUpstreamSaid() {
    upstream.failsWith(
        new FailureException(
            new Failure.UpstreamThrottled(
                "Upstream is throttling.", Instant.parse("2026-03-01T09:30:08Z"), "req-1")));
    GraphQl.post("{ incidents { nodes { id } } }")
        .body("errors", hasSize(1))
        .body("errors[0].message", equalTo("Upstream is throttling."))
        .body(
            "errors[0].extensions",
            equalTo(
                Map.of(
                    "code", "UPSTREAM_THROTTLED",
                    "retryAt", "2026-03-01T09:30:08Z",
                    "upstreamRequestId", "req-1")));
  }

  @Test
  void hidesWhatBroke_whenItIsADefect() {
    upstream.failsWith(new IllegalStateException("secret at db.internal"));
    for (String field :
        new String[] {"hunt(kql: \"T\") { rowCount }", "incident(id: \"1\") { id }"}) {
      String answer =
          GraphQl.post("{ " + field + " }")
              .body("errors[0].extensions", aMapWithSize(2))
              .body("errors[0].extensions.code", equalTo("INTERNAL"))
              .body("errors[0].extensions.errorId", not(nullValue()))
              .extract()
              .asString();
      assertFalse(answer.contains("secret") || answer.contains("Exception"), answer);
    }
  }
}
