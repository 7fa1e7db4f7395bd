package dev.huntgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import dev.huntgate.FirstUserProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GraphiQL of the packaged jar, in a real browser. */
@QuarkusIntegrationTest
@TestProfile(FirstUserProfile.class)
class GraphiqlIT {

  private static final String HUNT =
      """
      {
        hunt(kql: \"""
          DeviceProcessEvents
          | where FileName =~ 'powershell.exe'
          | summarize n = count() by DeviceName
          | top 5 by n
        \""") {
          rowCount
          rows(first: 5) { nodes }
          columns { name type }
        }
      }\
      """;
  private static final String HUNT_IN_ONE_LINE =
      "{ hunt(kql: \"DeviceProcessEvents | where FileName =~ 'powershell.exe' | summarize n ="
          + " count() by DeviceName | top 5 by n\") { rowCount columns { name type } rows(first:"
          + " 5) { nodes } } }";
  private static final String INCIDENTS =
      "{ incidents(first: 5) { nodes { id name severity status createdAt alerts { title severity }"
          + " } pageInfo { hasNextPage endCursor } } }";

  private static SystemChromium chromium;

  @TestHTTPResource("/q/graphql-ui/")
  URI address;

  @BeforeAll
  static void startBrowser() {
    chromium = new SystemChromium();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void shows_theRowsOfAHuntThatTheAddressBrought() throws JsonProcessingException {
    GraphiqlPage graphiql = GraphiqlPage.open(chromium.newPage(), address, HUNT);
    graphiql.hideVariables();
    JsonNode hunt = graphiql.execute("\"rowCount\": 5").at("/data/hunt");
    assertFiveRowsInSight(graphiql, hunt);
    graphiql.picture(Path.of("target/graphiql.png"));
  }

  @Test
  void shows_theRowsOfAHuntThatWasTyped() throws JsonProcessingException {
    GraphiqlPage graphiql = GraphiqlPage.open(chromium.newPage(), address, "{ __typename }");
    graphiql.type(HUNT_IN_ONE_LINE);
    JsonNode hunt = graphiql.execute("\"rowCount\": 5").at("/data/hunt");
    assertEquals("DeviceName", hunt.at("/columns/0/name").asText());
    assertEquals("LONG", hunt.at("/columns/1/type").asText());
    assertFiveRowsInSight(graphiql, hunt);
  }

  @Test
  void shows_incidentsWithTheirAlerts() throws JsonProcessingException {
    GraphiqlPage graphiql = GraphiqlPage.open(chromium.newPage(), address, "{ __typename }");
    graphiql.type(INCIDENTS);
    JsonNode incidents = graphiql.execute("\"severity\"").at("/data/incidents");
    assertEquals(5, incidents.path("nodes").size());
    JsonNode newest = incidents.at("/nodes/0");
    assertThat(graphiql.answer()).containsText(newest.path("name").asText());
    assertThat(graphiql.answer()).containsText(newest.at("/alerts/0/title").asText());
    graphiql.picture(Path.of("target/graphiql-incidents.png"));
  }

  @Test
  void explains_theSchema() {
    GraphiqlPage graphiql = GraphiqlPage.open(chromium.newPage(), address, "{ __typename }");
    Locator documentation = graphiql.documentation();
    documentation.getByText("Query", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(documentation).containsText("incidents(");
    assertThat(documentation).containsText("hunt(");
  }

  private static void assertFiveRowsInSight(GraphiqlPage graphiql, JsonNode hunt) {
    JsonNode rows = hunt.at("/rows/nodes");
    assertEquals(5, rows.size());
    for (JsonNode row : rows) {
      String device = row.path(0).asText();
      assertFalse(device.isBlank());
      assertThat(graphiql.answer()).containsText(device);
    }
  }
}
