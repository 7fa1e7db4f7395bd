package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuntingBodyTest {

  private static final String GRAPH =
      """
      {"@odata.context": "https://graph.example/v1.0/$metadata#x",
       "schema": [{"name": "When", "type": "DateTime"}, {"name": "Host", "type": "String"},
         {"name": "Count", "type": "Int64"}, {"name": "Small", "type": "Int32"},
         {"name": "Remote", "type": "SByte"}, {"name": "Score", "type": "Double"},
         {"name": "Tags", "type": "Object"}, {"name": "Details", "type": "Object"},
         {"name": "Nothing", "type": "Object"}, {"name": "Seen", "type": "DateTime"}],
       "results": [
        {"When": "2026-01-15T10:00:00.1234567Z", "Host": "häst-1.example", "Count": 9007199254740993,
         "Small": -2, "Remote@odata.type": "#SByte", "Remote": 1, "Score": 7.5,
         "Tags@odata.type": "#Collection(String)", "Tags": ["a", "{\\"b\\":1}"],
         "Details": {"@odata.type": "#microsoft.graph.security.dynamicColumnValue", "k": {"x": [1]}},
         "Nothing": {}, "Seen": {}},
        {"When": {}, "Host": "", "Count": {}, "Small": null, "Remote": false, "Score": "NaN",
         "Tags": "[1,2]", "Details": "plain text", "Nothing": null}
       ]}
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 64, 100_000})
  void coercesGraphsOddities_howeverTheBodyIsCut(int pieceSize) throws IOException {
    HuntAnswer answer = read(GRAPH, pieceSize);

    assertNull(answer.runningTime());
    assertEquals(new Column("When", ColumnType.DATETIME), answer.result().columns().get(0));
    assertEquals(
        Arrays.asList(
            Instant.parse("2026-01-15T10:00:00.1234567Z"),
            "häst-1.example",
            9007199254740993L,
            -2L,
            true,
            7.5,
            new JsonText("[\"a\",\"{\\\"b\\\":1}\"]"),
            new JsonText("{\"k\":{\"x\":[1]}}"),
            null,
            null),
        answer.result().row(0));
    assertEquals(
        Arrays.asList(
            null,
            "",
            null,
            null,
            false,
            Double.NaN,
            new JsonText("[1,2]"),
            new JsonText("\"plain text\""),
            null,
            null),
        answer.result().row(1));
  }

  @Test
  void readsStatisticsAndTypes_ofTheDefenderFamily() throws IOException {
    HuntAnswer answer =
        read(
            """
            {"Stats": {"ExecutionTime": 4.621215, "resource_usage": {"cpu": {"user": "00:00:19"}}},
             "Schema": [{"Name": "B", "Type": "Boolean"}, {"Name": "T", "Type": "TimeSpan"},
                        {"Name": "D", "Type": "SqlDecimal"}, {"Name": "G", "Type": "Guid"},
                        {"Name": "N", "Type": "Int64"}],
             "Results": [{"B": true, "T": "1.02:03:04", "D": "12345678901234567890.5",
                          "G": "6f9c1c2e-0000-4000-8000-000000000001", "N": "42"}]}
            """,
            1000);

    assertEquals(Duration.ofNanos(4_621_215_000L), answer.runningTime());
    assertEquals(
        List.of(
            true,
            "1.02:03:04",
            new BigDecimal("12345678901234567890.5"),
            "6f9c1c2e-0000-4000-8000-000000000001",
            42L),
        answer.result().row(0));
  }

  @Test
  void keepsRowsThatComeBeforeTheSchema() throws IOException {
    HuntAnswer answer =
        read(
            """
            {"Results": [{"A": 1}, {"A": 2}], "Unknown": {"x": [1, {"y": 2}]},
             "Schema": [{"Name": "A", "Type": "Int64"}]}
            """,
            5);

    assertEquals(2, answer.result().rowCount());
    assertEquals(List.of(2L), answer.result().row(1));
  }

  @Test
  void keepsColumnsThatShareAName() throws IOException {
    HuntAnswer answer =
        read(
            """
            {"schema": [{"name": "A", "type": "Int64"}, {"name": "A", "type": "String"},
                        {"name": "", "type": "String"}, {"name": "a b", "type": "Int64"}],
             "results": [{"A": 1, "A": "x", "": "empty name", "a b": 3, "unknown": 4}]}
            """,
            1000);

    assertEquals(List.of(1L, "x", "empty name", 3L), answer.result().row(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "<html></html>",
        "{\"schema\": [], \"results\": [{",
        "{\"schema\": [], \"results\": [1]}",
        "{\"results\": []}",
        "{\"schema\": []} trailing",
        "{\"schema\": [{\"name\": \"A\", \"type\": \"Int64\"}], \"results\": [{\"A\": \"x\"}]}",
        "{\"schema\": [{\"name\": \"A\", \"type\": \"DateTime\"}], \"results\": [{\"A\": 5}]}",
      })
  void refuses_whenTheBodyIsNotTheContracts(String body) {
    assertThrows(IOException.class, () -> read(body, 10));
  }

  @Test
  void refuses_whenTheBodyIsNestedTooDeeply() {
    String deep = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertThrows(IOException.class, () -> read(deep, 1000));
  }

  private static HuntAnswer read(String body, int pieceSize) throws IOException {
    HuntingBody reader = new HuntingBody();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += pieceSize) {
      reader.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + pieceSize)));
    }
    return reader.finish();
  }
}
