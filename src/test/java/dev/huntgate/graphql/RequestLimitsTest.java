package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that ask for too much, with the limits that hold unless changed. */
@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class RequestLimitsTest {

  @Inject FakeUpstream upstream;

  @BeforeEach
  void fill() {
    upstream.reset();
    upstream.holds(Samples.incidents(2));
    upstream.finds(Samples.rows(5));
  }

  static Stream<Arguments> tooLarge() {
    return Stream.of(
        Arguments.of("levels of fields", "{ quota " + nested(25) + " }"),
        Arguments.of("fields, fragments included", doubling(12)),
        Arguments.of("fields, fragments included", doubling(60)),
        Arguments.of("fields at its top", "{ " + times(21, i -> "quota { state }") + " }"),
        Arguments.of("hunts", "{ " + times(6, i -> "h" + i + ": hunt(kql: \"T\") { id }") + " }"),
        Arguments.of(
            "hunts",
            "{ ...A ...B } fragment A on Query { "
                + times(3, i -> "h" + i + ": hunt(kql: \"T\") { id }")
                + " } fragment B on Query { "
                + times(3, i -> "s" + i + ": runSavedHunt(name: \"inbox-rules\") { id }")
                + " }"),
        Arguments.of("aliases", "{ quota { " + times(51, i -> "a" + i + ": state") + " } }"),
        Arguments.of(
            "directives", "{ quota { state " + times(51, i -> "@include(if: true)") + " } }"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooLarge")
  void refuses_whatIsTooLarge(String what, String document) {
    post(document)
        .statusCode(200)
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("query"))
        .body("errors[0].message", containsString(what));
    assertEquals(0, upstream.hunts());
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of(
            "a cycle", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
        Arguments.of("deep beyond the parser", "{ quota " + nested(5_000) + " }"),
        Arguments.of("many tokens", "{ " + times(20_000, i -> "quota") + " }"),
        Arguments.of("many brackets", "{".repeat(100_000)),
        Arguments.of("a deep list", "{ incident(id: " + "[".repeat(10_000) + " ) { id } }"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void answersAtOnce_whatIsMadeToBreakIt(String what, String document) {
    post(document)
        .statusCode(200)
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
  }

  @Test
  void refusesListsAndVariables_thatAreTooLarge() {
    String document =
        "query ($ids: [String!]) { incidents(filter: {tags: $ids}) { nodes { id } } }";
    refused(document, Map.of("ids", Collections.nCopies(1001, "tag")), "1000 items");
    Object deep = "x";
    for (int i = 0; i < 40; i++) {
      deep = List.of(deep);
    }
    refused(document, Map.of("ids", deep), "30 levels");
  }

  @Test
  void letsPass_whatGraphiqlAndFrontEndsAsk() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", IntrospectionQuery.INTROSPECTION_QUERY))
        .post("/graphql")
        .then()
        .body("errors", nullValue())
        .body("data.__schema.queryType.name", equalTo("Query"));
    post("{ " + times(5, i -> "h" + i + ": hunt(kql: \"T\") { id }") + " }")
        .body("errors", nullValue());
  }

  private static void refused(String document, Map<String, Object> variables, String what) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document, "variables", variables))
        .post("/graphql")
        .then()
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("variables"))
        .body("errors[0].message", containsString(what));
  }

  private static ValidatableResponse post(String document) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document))
        .post("/graphql")
        .then();
  }

  private static String nested(int levels) {
    return "{ a ".repeat(levels) + "}".repeat(levels);
  }

  private static String doubling(int times) {
    return "{ ...F0 } "
        + times(
            times, i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
        + " fragment F"
        + times
        + " on Query { __typename }";
  }

  private static String times(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" "));
  }
}
