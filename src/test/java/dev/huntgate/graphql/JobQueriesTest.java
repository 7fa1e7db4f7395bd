package dev.huntgate.graphql;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class JobQueriesTest {

  private static final String FIELDS =
      "id state kql startedBy createdAt ahead expectedStart runningSince elapsed"
          + " expectedRunningTime endedAt error { code message retryAt upstreamRequestId }"
          + " result { id rowCount rows(first: 2) { nodes pageInfo { hasNextPage } } }";

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(Samples.rows(5));
  }

  @Test
  void returnsAtOnce_andTheResultLater() {
    upstream.holdHunts();
    String id =
        GraphQl.post("mutation { startHunt(kql: \"T | take 5\") { " + FIELDS + " } }")
            .body("errors", nullValue())
            .rootPath("data.startHunt")
            .body("state", equalTo("RUNNING"))
            .body("kql", equalTo("T | take 5"))
            .body("startedBy", equalTo("anonymous"))
            .body("createdAt", notNullValue())
            .body("runningSince", notNullValue())
            .body("elapsed", startsWith("PT0"))
            .body("expectedRunningTime", equalTo("PT10S"))
            .body("endedAt", nullValue())
            .body("result", nullValue())
            .extract()
            .path("data.startHunt.id");

    upstream.answerHunts();

    job(id)
        .rootPath("data.huntJob")
        .body("state", equalTo("SUCCEEDED"))
        .body("endedAt", notNullValue())
        .body("runningSince", nullValue())
        .body("error", nullValue())
        .body("result.rowCount", equalTo(5))
        .body("result.rows.nodes", hasSize(2))
        .body("result.rows.pageInfo.hasNextPage", equalTo(true));
    assertEquals(1, upstream.hunts());
  }

  @Test
  void tellsBySubscription_howItGoesOn() {
    upstream.holdHunts();
    String id = start("T | take 7");
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("7", "subscription { huntJob(id: \"" + id + "\") { " + FIELDS + " } }");
      JsonPath first = JsonPath.from(client.next());
      assertEquals("next", first.getString("type"));
      assertEquals("RUNNING", first.getString("payload.data.huntJob.state"));

      upstream.answerHunts();

      JsonPath message = JsonPath.from(client.next());
      while ("RUNNING".equals(message.getString("payload.data.huntJob.state"))) {
        message = JsonPath.from(client.next());
      }
      assertEquals("SUCCEEDED", message.getString("payload.data.huntJob.state"));
      assertEquals(5, message.getInt("payload.data.huntJob.result.rowCount"));
      assertEquals(2, message.getList("payload.data.huntJob.result.rows.nodes").size());
      assertEquals("complete", JsonPath.from(client.next()).getString("type"));
    }
  }

  @Test
  void tellsBySubscription_thatThereIsNoSuchJob() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("1", "subscription { huntJob(id: \"nothing\") { id } }");
      assertThat(client.next(), containsString("NOT_FOUND"));
    }
  }

  @Test
  void tellsWhyItFailed() {
    upstream.failsWith(
        new FailureException(new Failure.KqlRejected("There is no table T.", "request-1")));

    job(start("T | take 9"))
        .rootPath("data.huntJob")
        .body("state", equalTo("FAILED"))
        .body("error.code", equalTo("KQL_REJECTED"))
        .body("error.message", equalTo("There is no table T."))
        .body("error.upstreamRequestId", equalTo("request-1"))
        .body("result", nullValue());
  }

  @Test
  void isCancelled_onlyOnce() {
    upstream.holdHunts();
    String id = start("T | take 11");
    String cancel = "mutation { cancelHunt(id: \"" + id + "\") { state endedAt } }";

    String first =
        GraphQl.post(cancel)
            .body("data.cancelHunt.state", equalTo("CANCELLED"))
            .extract()
            .path("data.cancelHunt.endedAt");
    GraphQl.post(cancel).body("data.cancelHunt.endedAt", equalTo(first));
    job(id).body("data.huntJob.state", equalTo("CANCELLED"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "mutation { startHunt(kql: \" \") { id } } | kql | INVALID_ARGUMENT",
        "mutation { startHunt(kql: \"T\", maxWait: \"P2D\") { id } } | maxWait | LIMIT_EXCEEDED",
        "mutation { startHunt(kql: \"T\", maxAge: \"x\") { id } } | maxAge | INVALID_ARGUMENT",
        "mutation { startHunt(kql: \"T\", timespan: \"x\") { id } } | timespan | INVALID_ARGUMENT",
        "mutation { cancelHunt(id: \"nothing\") { id } } | id | NOT_FOUND",
        "query { huntJob(id: \"nothing\") { id } } | id | NOT_FOUND",
      })
  void refuses_whatCannotBe(String document, String argument, String code) {
    GraphQl.post(document)
        .body("errors.extensions.code", contains(code))
        .body("errors.extensions.argument", contains(argument));
    assertEquals(0, upstream.hunts());
  }

  private static String start(String kql) {
    return GraphQl.post(
            "mutation ($kql: String!) { startHunt(kql: $kql) { id } }", Map.of("kql", kql))
        .extract()
        .path("data.startHunt.id");
  }

  private static ValidatableResponse job(String id) {
    return GraphQl.post("{ huntJob(id: \"" + id + "\") { " + FIELDS + " } }")
        .body("errors", nullValue());
  }
}
