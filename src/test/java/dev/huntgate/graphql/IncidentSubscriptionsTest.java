package dev.huntgate.graphql;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.huntgate.wiring.UnlimitedSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Incidents and the budget, watched over a WebSocket. */
@QuarkusTest
@TestProfile(UnlimitedSandbox.class)
class IncidentSubscriptionsTest {

  @Test
  void tellsWhatChanges_toWhoeverItConcerns() {
    List<String> ids =
        JsonPath.from(
                GraphQl.post(
                        "{ incidents(first: 2, filter: {statuses: [ACTIVE]}) { nodes { id } } }")
                    .extract()
                    .asString())
            .getList("data.incidents.nodes.id");
    try (SocketClient all = connected();
        SocketClient tagged = connected()) {
      all.subscribe(
          "all", "subscription { incidentUpdates { id status updatedAt tags alerts { title } } }");
      tagged.subscribe(
          "tagged", "subscription { incidentUpdates(filter: {tags: [\"seen-live\"]}) { id } }");
      // Both have begun when each is told of a first change.
      String other = ids.get(1);
      JsonPath first = tell(other, "seen-live", all);
      assertEquals(other, first.getString("payload.data.incidentUpdates.id"));
      assertNotNull(update(tagged, other));

      change(ids.get(0), "only-for-all");

      JsonPath update = update(all, ids.get(0));
      assertEquals(List.of("only-for-all"), update.getList("payload.data.incidentUpdates.tags"));
      assertNotNull(update.getString("payload.data.incidentUpdates.alerts[0].title"));

      change(ids.get(0), "seen-live");
      assertNotNull(update(tagged, ids.get(0)));
    }
  }

  @Test
  void says_whatIsWrongWithAFilter() {
    try (SocketClient client = connected()) {
      client.subscribe("1", "subscription { incidentUpdates(filter: {text: \"  \"}) { id } }");
      String answer = client.next();
      assertThat(answer, containsString("INVALID_ARGUMENT"));
      assertThat(answer, containsString("filter.text"));
    }
  }

  @Test
  void tellsHowTheBudgetStands_andAgainWhenItChanged() {
    try (SocketClient client = connected()) {
      client.subscribe(
          "q", "subscription { quota { operation state queueLength windows { unit used } } }");
      JsonPath first = JsonPath.from(client.next());
      assertEquals("next", first.getString("type"));
      assertThat(first.getString("payload.data.quota.operation"), containsString("HUNTING"));
    }
  }

  /* The next that a listener hears of an incident. */
  private static JsonPath update(SocketClient listener, String id) {
    JsonPath message = JsonPath.from(listener.next());
    while (!id.equals(message.getString("payload.data.incidentUpdates.id"))) {
      message = JsonPath.from(listener.next());
    }
    return message;
  }

  /* Changes an incident again and again until somebody who has just begun to listen hears of it. */
  private static JsonPath tell(String id, String tag, SocketClient listener) {
    String heard = null;
    for (int i = 0; heard == null && i < 20; i++) {
      change(id, tag);
      heard = listener.nextWithin(3);
    }
    return JsonPath.from(heard);
  }

  private static void change(String id, String tag) {
    GraphQl.post(
            "mutation ($id: ID!, $tag: String!) { updateIncident(input: {id: $id, tags: [$tag]})"
                + " { incident { id } } }",
            Map.of("id", id, "tag", tag))
        .body("errors", nullValue());
  }

  private static SocketClient connected() {
    SocketClient client = SocketClient.open(Map.of());
    client.init(null);
    assertThat(client.next(), containsString("connection_ack"));
    return client;
  }
}
