package dev.huntgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.huntgate.FirstUserProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that GraphiQL opens with, each executed as a newcomer would. */
@QuarkusIntegrationTest
@TestProfile(GraphiqlExamplesIT.SlowHunts.class)
class GraphiqlExamplesIT {

  /** Hunts that run for so long that a person sees them run. */
  public static class SlowHunts extends FirstUserProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("huntgate.sandbox.hunt-latency", "PT8S");
      return settings;
    }
  }

  private static final List<String> NAMES =
      List.of(
          "IncidentsQueue", "FirstHunt", "NextPage", "StartJob", "WatchJob", "SavedHunt", "Quota");

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

  @ParameterizedTest
  @CsvSource({
    "IncidentsQueue, /data/incidents/nodes, \"severity\"",
    "FirstHunt, /data/hunt/rows/nodes, \"rowCount\"",
    "NextPage, /data/hunt/rows/nodes, \"endCursor\"",
    // The pane shows the beginning of a long answer only.
    "SavedHunt, /data/runSavedHunt/rows/nodes, \"savedHunts\"",
    "Quota, /data/quota, \"remaining\""
  })
  void answersTheExample(String name, String list, String shown) throws JsonProcessingException {
    GraphiqlPage graphiql = GraphiqlPage.open(chromium.newPage(), address);
    assertEquals(NAMES, graphiql.tabs(NAMES.size()));
    graphiql.choose(name);

    JsonNode answer = graphiql.execute(shown);

    assertTrue(answer.path("errors").isMissingNode(), answer::toString);
    assertTrue(answer.at(list).size() > 0, answer::toString);
    graphiql.picture(Path.of("target/graphiql-" + name + ".png"));
  }

  @Test
  void showsAJob_goOnToItsResult() throws JsonProcessingException {
    GraphiqlPage graphiql = GraphiqlPage.open(chromium.newPage(), address);
    graphiql.tabs(NAMES.size());
    graphiql.choose("StartJob");
    String id = graphiql.execute("\"id\"").at("/data/startHunt/id").asText();

    graphiql.choose("WatchJob");
    graphiql.typeVariables("{ \"id\": \"" + id + "\" }");
    graphiql.execute();

    assertThat(graphiql.answer()).containsText("\"RUNNING\"");
    graphiql.picture(Path.of("target/graphiql-job-running.png"));
    assertThat(graphiql.answer()).containsText("\"SUCCEEDED\"");
    assertThat(graphiql.answer()).containsText("\"rowCount\"");
    graphiql.picture(Path.of("target/graphiql-job.png"));
  }

  @Test
  void sendsTheHeaders_thatWereTyped() throws JsonProcessingException {
    Page page = chromium.newPage();
    GraphiqlPage graphiql = GraphiqlPage.open(page, address, "{ __typename }");
    graphiql.typeHeaders("{ \"Authorization\": \"Bearer of-a-person\" }");

    Request request =
        page.waitForRequest(
            sent -> sent.url().endsWith("/graphql") && sent.postData().contains("__typename"),
            graphiql::execute);

    assertEquals("Bearer of-a-person", request.headerValue("authorization"));
    assertTrue(!page.url().contains("of-a-person"), "a token is no part of a link to share");
  }
}
