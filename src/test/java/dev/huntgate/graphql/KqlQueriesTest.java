package dev.huntgate.graphql;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class KqlQueriesTest {

  private static final String CHECK =
      """
      query ($kql: String!) {
        checkKql(kql: $kql) {
          diagnostics { severity message line column }
          tables columns lookBack from to limit aggregate render canonical
        }
      }
      """;

  @Inject FakeUpstream upstream;

  @BeforeEach
  void reset() {
    upstream.reset();
  }

  private static ValidatableResponse check(String kql) {
    return GraphQl.post(CHECK, Map.of("kql", kql))
        .body("errors", nullValue())
        .root("data.checkKql");
  }

  @Test
  void readsTheQueryWithoutRunningIt() {
    check(
            "DeviceInfo // all of them\n| where Timestamp > ago(7d)\n"
                + "| summarize n = count() by OSPlatform | top 5 by n | render piechart")
        .body("tables", contains("DeviceInfo"))
        .body("columns", contains("Timestamp", "OSPlatform"))
        .body("lookBack", equalTo("PT168H"))
        .body("to", nullValue())
        .body("limit", equalTo(5))
        .body("aggregate", equalTo(true))
        .body("render", equalTo("piechart"))
        .body(
            "canonical",
            equalTo(
                "DeviceInfo | where Timestamp > ago ( 7d ) | summarize n = count ( ) by OSPlatform"
                    + " | top 5 by n | render piechart"))
        .body("diagnostics.severity", contains("INFO"));
    assertEquals(0, upstream.hunts());
  }

  @Test
  void saysWhere_whenTheQueryIsBroken() {
    check("DeviceInfo\n| where A == == 'x'")
        .body("diagnostics", hasSize(1))
        .body("diagnostics[0].severity", equalTo("ERROR"))
        .body("diagnostics[0].line", equalTo(2))
        .body("diagnostics[0].column", equalTo(14))
        .body("diagnostics[0].message", containsString("expected a value"))
        .body("lookBack", nullValue());
  }

  @Test
  void saysNothing_whenTheQueryIsFine() {
    check("DeviceInfo | where Timestamp > ago(1d) | project DeviceName | take 10")
        .body("diagnostics", empty())
        .body("limit", equalTo(10))
        .body("aggregate", equalTo(false))
        .body("render", nullValue());
  }

  @Test
  void warns_whenTheQueryLooksBackTooFar() {
    check("DeviceInfo | where Timestamp > ago(60d) | take 1")
        .body("diagnostics.message", hasItems(containsString("past 30 days")))
        .body("diagnostics.severity", contains("WARNING"));
  }

  @Test
  void answers_whenTheQueryIsAsLongAsItMayBeAndNonsense() {
    for (String part : new String[] {"(", "a,", "T | where x == 'y' or ", "\u00e4 ", "\uD800"}) {
      String kql = "T | where " + part.repeat((60 * 1024) / (3 * part.length()));
      GraphQl.post(CHECK, Map.of("kql", kql)).body("errors", nullValue());
    }
  }

  @Test
  void listsTheTables() {
    GraphQl.post("{ huntingSchema { name description columns { name type } examples { title } } }")
        .body("errors", nullValue())
        .body("data.huntingSchema", hasSize(62))
        .body("data.huntingSchema.name", hasItems("DeviceInfo", "EmailEvents", "AlertInfo"));
  }

  @Test
  void showsOneTable() {
    GraphQl.post(
            "{ huntingSchema(table: \"DeviceLogonEvents\")"
                + " { name columns { name type } examples { title kql } } }")
        .body("errors", nullValue())
        .body("data.huntingSchema", hasSize(1))
        .body("data.huntingSchema[0].columns", hasSize(49))
        .body("data.huntingSchema[0].columns[0].name", equalTo("Timestamp"))
        .body("data.huntingSchema[0].columns[0].type", equalTo("DATETIME"))
        .body("data.huntingSchema[0].examples", hasSize(2));
  }

  @Test
  void namesTheTable_whenThereIsNone() {
    GraphQl.post("{ huntingSchema(table: \"deviceInfo\") { name } }")
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
        .body("errors[0].extensions.argument", equalTo("table"))
        .body("errors[0].message", containsString("did you mean DeviceInfo?"));
  }
}
