package dev.huntgate.graphql;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.wiring.UnlimitedSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever callers send, over the whole pipeline to the sandbox: one coded error, no insides. */
@QuarkusTest
@TestProfile(UnlimitedSandbox.class)
class BadInputTest {

  private static final String INCIDENTS =
      "query ($first: Int, $after: String, $filter: IncidentFilter, $orderBy: IncidentOrder)"
          + " { incidents(first: $first, after: $after, filter: $filter, orderBy: $orderBy)"
          + " { nodes { id } pageInfo { endCursor } } }";
  private static final String ROWS =
      "query ($kql: String!, $timespan: String, $first: Int, $after: String)"
          + " { hunt(kql: $kql, timespan: $timespan) { rowCount"
          + " rows(first: $first, after: $after) { nodes pageInfo { endCursor } } } }";
  private static final String INCIDENT = "query ($id: ID!) { incident(id: $id) { id } }";
  private static final String CHECK =
      "query ($kql: String!) { checkKql(kql: $kql) { diagnostics { message } } }";
  private static final String SCHEMA =
      "query ($table: String) { huntingSchema(table: $table) { name } }";
  private static final String DEVICES = "DeviceInfo | sort by Timestamp asc | take 20";
  private static final int MEGABYTE = 1 << 20;

  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|\\bat [\\w.$]+\\(|\\b(?:java|javax|jakarta|dev|io|com|org|graphql)\\.[a-z]+\\.");

  @ParameterizedTest
  @CsvSource({
    "-2147483648, INVALID_ARGUMENT",
    "-1, INVALID_ARGUMENT",
    "0, INVALID_ARGUMENT",
    "10000000, LIMIT_EXCEEDED"
  })
  void namesFirst_whenItIsNoSizeOfAPage(int first, FailureCode code) {
    assertRefused(INCIDENTS, Map.of("first", first), code, "first");
    assertRefused(ROWS, Map.of("kql", DEVICES, "first", first), code, "first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \r\n", "\u3000", "// a remark", "// one\n\n// two\n"})
  void namesKql_whenItIsEmptyOrBlank(String kql) {
    assertRefused(ROWS, Map.of("kql", kql), FailureCode.INVALID_ARGUMENT, "kql");
    assertRefused(CHECK, Map.of("kql", kql), FailureCode.INVALID_ARGUMENT, "kql");
  }

  @Test
  void namesKql_whenItIsTooLong() {
    String kql = "DeviceInfo | where DeviceName == '" + "é".repeat(50_000) + "'";

    assertRefused(ROWS, Map.of("kql", kql), FailureCode.LIMIT_EXCEEDED, "kql");
    assertRefused(CHECK, Map.of("kql", kql), FailureCode.LIMIT_EXCEEDED, "kql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "deviceinfo", "DeviceInfo ", "*", "../../etc", "ä", "\u0000"})
  void namesTable_whenThereIsNone(String table) {
    assertRefused(SCHEMA, Map.of("table", table), FailureCode.NOT_FOUND, "table");
  }

  @Test
  void namesTable_whenItIsHuge() {
    assertRefused(SCHEMA, Map.of("table", "D".repeat(MEGABYTE)), FailureCode.NOT_FOUND, "table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "DeviceInfo | frobnicate 3                     ; frobnicate",
        "NoSuchTable | take 1                          ; NoSuchTable",
        "DeviceInfo | where NoSuchColumn == 1          ; NoSuchColumn",
        "DeviceInfo | where noSuchFunction(DeviceName) ; noSuchFunction",
        "DeviceInfo | where DeviceName == 'open        ; ",
        "DeviceInfo |                                  ; ",
        "| take 1                                      ; ",
        "DROP TABLE DeviceInfo                         ; ",
      })
  void passesOnUpstreamsWords_whenItRejectsTheQuery(String kql, String named) {
    assertRefused(ROWS, Map.of("kql", kql), FailureCode.KQL_REJECTED, null)
        .body("errors[0].message", containsString(named == null ? "" : named))
        .body("data", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7 days",
        "7d",
        "P",
        "PT",
        "P-7D",
        "-P7D",
        "PT0S",
        "P0D",
        "P99999999999999999999D",
        "2026-13-01",
        "2026-02-30/2026-03-01",
        "2026-01-01T00:00:00",
        "P7D/P7D",
        "P7D/",
        "/",
        "P1D/P1D/P1D",
        "2026-01-01T00:00:00Z' or 1 eq 1"
      })
  void namesTimespan_whenItIsNotIso8601(String timespan) {
    assertRefused(
        ROWS,
        Map.of("kql", DEVICES, "timespan", timespan),
        FailureCode.INVALID_ARGUMENT,
        "timespan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "999999999", "0", "99999999999999999999999999", "a.b-c_d"})
  void namesId_whenNothingIsUnderIt(String id) {
    ValidatableResponse answer = assertRefused(INCIDENT, Map.of("id", id), null, "id");

    assertTrue(
        List.of("NOT_FOUND", "INVALID_ARGUMENT")
            .contains(answer.extract().<String>path("errors[0].extensions.code")));
  }

  static Stream<String> impossibleIds() {
    return Stream.of(
        "",
        " ",
        "1".repeat(10_240),
        "../../etc",
        "..",
        "1?x=1",
        "1/alerts",
        "1%2Falerts",
        "%2e%2e",
        "1;x=1",
        "1#x",
        "1\r\nX: y",
        "1\u0000",
        "ä");
  }

  @ParameterizedTest
  @MethodSource("impossibleIds")
  void namesId_whenItCannotBeOne(String id) {
    assertRefused(INCIDENT, Map.of("id", id), FailureCode.INVALID_ARGUMENT, "id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "incidents(first: \"x\") { nodes { id } }                  | first",
        "incidents(first: 1.5) { nodes { id } }                    | first",
        "incidents(after: 5) { nodes { id } }                      | after",
        "incidents(filter: 5) { nodes { id } }                     | filter",
        "incidents(orderBy: \"CREATED\") { nodes { id } }          | orderBy",
        "incidents(orderBy: SIDEWAYS) { nodes { id } }             | orderBy",
        "incident(id: true) { id }                                 | id",
        "incident(id: [1]) { id }                                  | id",
        "incident(id: null) { id }                                 | id",
        "hunt(kql: 5) { rowCount }                                 | kql",
        "hunt(kql: null) { rowCount }                              | kql",
        "checkKql(kql: 5) { tables }                               | kql",
        "checkKql(kql: null) { tables }                            | kql",
        "huntingSchema(table: 5) { name }                          | table",
        "huntingSchema(table: [\"DeviceInfo\"]) { name }           | table",
        "hunt(kql: [\"T\"]) { rowCount }                           | kql",
        "hunt(kql: \"DeviceInfo\", timespan: 7) { rowCount }       | timespan",
        "hunt(kql: \"DeviceInfo\") { rows(first: {}) { nodes } }   | first",
        "hunt(kql: \"DeviceInfo\") { rows(after: 7) { nodes } }    | after",
      })
  void namesTheArgument_whenItsTypeIsWrong(String field, String argument) {
    assertRefused("{ " + field + " }", Map.of(), FailureCode.INVALID_ARGUMENT, argument);
  }

  static Stream<Map<String, Object>> wrongVariables() {
    return Stream.of(
        Map.of("first", "x"),
        Map.of("first", 1e10),
        Map.of("first", 1.5),
        Map.of("first", 2147483648L),
        Map.of("first", 10_000_000_000_000L),
        Map.of("first", true),
        Map.of("first", List.of(1, 2)),
        Map.of("after", 5),
        Map.of("after", Map.of("a", "b")),
        Map.of("orderBy", 7),
        Map.of("orderBy", "SIDEWAYS"));
  }

  @ParameterizedTest
  @MethodSource("wrongVariables")
  void namesTheArgument_whenTheTypeOfAVariableIsWrong(Map<String, Object> variables) {
    assertRefused(
        INCIDENTS, variables, FailureCode.INVALID_ARGUMENT, variables.keySet().iterator().next());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 1e10, 2147483648.0})
  void namesFirst_whenAVariableOfRowsIsNoInteger(double first) {
    assertRefused(
        ROWS, Map.of("kql", DEVICES, "first", first), FailureCode.INVALID_ARGUMENT, "first");
  }

  @Test
  void namesAfter_whenTheCursorIsOfAnotherList() {
    String created = endOf(INCIDENTS, Map.of("first", 3));
    String updated = endOf(INCIDENTS, Map.of("first", 3, "orderBy", "UPDATED"));
    Map<String, Object> high = Map.of("severities", List.of("HIGH"));
    String filtered = endOf(INCIDENTS, Map.of("first", 3, "filter", high));
    String row = endOf(ROWS, Map.of("kql", DEVICES, "first", 3));

    for (Map<String, Object> foreign :
        List.<Map<String, Object>>of(
            Map.of("after", row),
            Map.of("after", updated),
            Map.of("after", filtered),
            Map.of("after", created, "orderBy", "UPDATED"),
            Map.of("after", created, "filter", high))) {
      assertRefused(INCIDENTS, foreign, FailureCode.INVALID_ARGUMENT, "after");
    }
    for (Map<String, Object> foreign :
        List.<Map<String, Object>>of(
            Map.of("kql", DEVICES, "after", created),
            Map.of("kql", DEVICES + " | take 5", "after", row),
            Map.of("kql", DEVICES, "timespan", "P7D", "after", row))) {
      assertRefused(ROWS, foreign, FailureCode.INVALID_ARGUMENT, "after");
    }
  }

  @Test
  void namesAfter_whenTheCursorIsForged() {
    String incidents = endOf(INCIDENTS, Map.of("first", 3));
    String rows = endOf(ROWS, Map.of("kql", DEVICES, "first", 3));

    for (String forged : forgeries(incidents)) {
      assertRefused(INCIDENTS, Map.of("after", forged), FailureCode.INVALID_ARGUMENT, "after");
    }
    for (String forged : forgeries(rows)) {
      assertRefused(
          ROWS, Map.of("kql", DEVICES, "after", forged), FailureCode.INVALID_ARGUMENT, "after");
    }
  }

  private static List<String> forgeries(String cursor) {
    List<String> forged = new ArrayList<>();
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      forged.add(Base64.getUrlEncoder().withoutPadding().encodeToString(flipped));
    }
    for (int end = 0; end < cursor.length(); end += 3) {
      forged.add(cursor.substring(0, end));
    }
    forged.add(cursor + "=");
    forged.add(cursor + "A");
    forged.add(" " + cursor);
    forged.add(cursor + cursor);
    forged.add(cursor.substring(1) + "+/");
    forged.add("ﬃ𝔘" + cursor);
    forged.add("\u0000");
    forged.add("A".repeat(MEGABYTE));
    return forged;
  }

  private static String endOf(String document, Map<String, Object> variables) {
    String list = document.equals(ROWS) ? "hunt.rows" : "incidents";
    String end =
        GraphQl.post(document, variables).extract().path("data." + list + ".pageInfo.endCursor");
    assertNotNull(end);
    return end;
  }

  /** One error with this code, or any of the closed list, that names this argument, or none. */
  private static ValidatableResponse assertRefused(
      String document, Map<String, Object> variables, FailureCode code, String argument) {
    ValidatableResponse answer =
        GraphQl.post(document, new HashMap<>(variables)).body("errors", hasSize(1));
    Map<String, Object> extensions = answer.extract().path("errors[0].extensions");
    FailureCode answered = FailureCode.valueOf(String.valueOf(extensions.get("code")));
    if (code != null) {
      assertEquals(code, answered, variables::toString);
    }
    assertEquals(argument, extensions.get("argument"), answer.extract()::asString);
    String text = answer.extract().asString();
    assertFalse(INSIDES.matcher(text).find(), text);
    return answer;
  }
}
