package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which people explore the schema, and that its examples do what they say. */
@QuarkusTest
class GraphiqlTest {

  private static final String FILE = "/dev/huntgate/graphql/graphiql-examples.graphql";
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)(.*?\\n(?:query|mutation|subscription) (\\w+).*?)\\n### ([^\\n]*)\\n?");

  private record Example(String document, Map<String, Object> variables) {}

  @Test
  void isServed_withItsExamples() {
    given()
        .get("/q/graphql-ui/")
        .then()
        .statusCode(200)
        .body(containsString("<div id=\"graphiql\">"));
    given()
        .get("/q/graphql-ui/render.js")
        .then()
        .statusCode(200)
        .contentType("text/javascript")
        .body(startsWith("const examples = \"# The incidents queue"))
        .body(containsString("ReactDOM.render("));
  }

  @Test
  void hasTheExamples_thatANewcomerNeeds() {
    assertEquals(
        List.of(
            "IncidentsQueue",
            "FirstHunt",
            "NextPage",
            "StartJob",
            "WatchJob",
            "SavedHunt",
            "Quota"),
        List.copyOf(examples().keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IncidentsQueue", "FirstHunt", "NextPage", "SavedHunt", "Quota"})
  void answersItsExample(String name) {
    Example example = examples().get(name);
    JsonPath answer =
        GraphQl.post(example.document(), example.variables())
            .body("errors", nullValue())
            .extract()
            .jsonPath();
    for (String rows : List.of("incidents.nodes", "hunt.rows.nodes", "runSavedHunt.rows.nodes")) {
      if (answer.get("data." + rows.substring(0, rows.indexOf('.'))) != null) {
        assertTrue(answer.getList("data." + rows).size() > 0, rows);
      }
    }
  }

  @Test
  void pagesOn_withTheExamplesVariable() {
    Example example = examples().get("NextPage");
    assertTrue(example.variables().containsKey("after"));
    String end =
        GraphQl.post(example.document(), example.variables())
            .extract()
            .path("data.hunt.rows.pageInfo.endCursor");
    GraphQl.post(example.document(), Map.of("after", end))
        .body("errors", nullValue())
        .body("data.hunt.rows.nodes.size()", is(5));
  }

  @Test
  void watchesTheJob_thatTheExampleStarts() {
    String id =
        GraphQl.post(examples().get("StartJob").document()).extract().path("data.startHunt.id");
    String watch = examples().get("WatchJob").document();
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(null);
      assertTrue(client.next().contains("connection_ack"));
      client.subscribe("1", watch.replace("($id: ID!)", "").replace("$id", "\"" + id + "\""));
      JsonPath message = JsonPath.from(client.next());
      while (message.getString("payload.data.huntJob.state").matches("QUEUED|RUNNING")) {
        message = JsonPath.from(client.next());
      }
      assertNull(message.get("payload.errors"));
      assertEquals("SUCCEEDED", message.getString("payload.data.huntJob.state"));
      assertEquals(5, message.getList("payload.data.huntJob.result.rows.nodes").size());
    }
  }

  private static Map<String, Example> examples() {
    Map<String, Example> examples = new LinkedHashMap<>();
    try (InputStream file = GraphiqlTest.class.getResourceAsStream(FILE)) {
      Matcher found = EXAMPLE.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      while (found.find()) {
        Map<String, Object> variables = JsonPath.from(found.group(3)).getMap("");
        examples.put(found.group(2), new Example(found.group(1), variables));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return examples;
  }
}
