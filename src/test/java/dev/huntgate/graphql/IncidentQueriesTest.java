package dev.huntgate.graphql;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class IncidentQueriesTest {

  @Inject FakeUpstream upstream;

  @BeforeEach
  void fill() {
    upstream.reset();
    upstream.holds(Samples.incidents(7));
  }

  @Test
  void returnsNewestFirst() {
    GraphQl.post("{ incidents(first: 3) { nodes { id createdAt severity priorityScore } } }")
        .body("errors", nullValue())
        .body("data.incidents.nodes.id", contains("7", "6", "5"))
        .body("data.incidents.nodes[0].createdAt", equalTo("2026-03-01T00:07:00.123456700Z"))
        .body("data.incidents.nodes[0].severity", equalTo("LOW"))
        .body("data.incidents.nodes[0].priorityScore", equalTo(42));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATED", "UPDATED"})
  void walksThroughAll_whenFollowingTheEndCursor(String order) {
    String document =
        """
        query ($after: String, $order: IncidentOrder) {
          incidents(first: 3, after: $after, orderBy: $order) {
            edges { cursor node { id } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;
    List<String> met = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("order", order));
    boolean more = true;
    while (more) {
      JsonPath page =
          GraphQl.post(document, variables)
              .body("errors", nullValue())
              .extract()
              .jsonPath()
              .setRootPath("data.incidents");
      assertEquals(variables.containsKey("after"), page.getBoolean("pageInfo.hasPreviousPage"));
      assertEquals(page.getString("edges[0].cursor"), page.getString("pageInfo.startCursor"));
      met.addAll(page.getList("edges.node.id"));
      variables.put("after", page.getString("pageInfo.endCursor"));
      more = page.getBoolean("pageInfo.hasNextPage");
    }
    assertEquals(List.of("7", "6", "5", "4", "3", "2", "1"), met);
  }

  @Test
  void listsTheWorstFirst_fromPageToPage() {
    String document =
        """
        query ($after: String) {
          incidents(first: 3, after: $after, orderBy: SEVERITY,
              filter: { createdFrom: "2026-03-01T00:00:00Z" }) {
            nodes { id severity } edges { cursor }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            complete since asOf
          }
        }
        """;
    List<String> met = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>();
    boolean more = true;
    while (more) {
      JsonPath page =
          GraphQl.post(document, variables)
              .body("errors", nullValue())
              .body("data.incidents.complete", equalTo(true))
              .body("data.incidents.since", equalTo("2026-03-01T00:00:00Z"))
              .body("data.incidents.asOf", notNullValue())
              .extract()
              .jsonPath()
              .setRootPath("data.incidents");
      assertEquals(variables.containsKey("after"), page.getBoolean("pageInfo.hasPreviousPage"));
      met.addAll(page.getList("nodes.id"));
      variables.put("after", page.getString("pageInfo.endCursor"));
      more = page.getBoolean("pageInfo.hasNextPage");
    }
    assertEquals(List.of("6", "4", "2", "7", "5", "3", "1"), met);
    GraphQl.post("{ incidents(first: 1) { complete since asOf } }")
        .body("errors", nullValue())
        .body("data.incidents.complete", nullValue())
        .body("data.incidents.since", nullValue());
  }

  @Test
  void refusesACursor_ofAnotherOrder() {
    String byTime =
        GraphQl.post("{ incidents(first: 1) { pageInfo { endCursor } } }")
            .extract()
            .path("data.incidents.pageInfo.endCursor");
    GraphQl.post("{ incidents(orderBy: SEVERITY, after: \"" + byTime + "\") { nodes { id } } }")
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("after"));
    GraphQl.post("{ incidents(orderBy: SEVERITY, first: 251) { nodes { id } } }")
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("first"));
  }

  @Test
  void goesOnBehindAnEdge_whenGivenItsCursor() {
    String cursor =
        GraphQl.post("{ incidents(first: 3) { edges { cursor } } }")
            .extract()
            .path("data.incidents.edges[1].cursor");
    GraphQl.post("{ incidents(first: 2, after: \"" + cursor + "\") { nodes { id } } }")
        .body("data.incidents.nodes.id", contains("5", "4"));
  }

  @Test
  void keepsWhatTheFilterWants() {
    GraphQl.post(
            """
            { incidents(filter: {
                severities: [HIGH], statuses: [ACTIVE], assignedTo: "",
                createdFrom: "2026-03-01T00:03:00Z", createdBefore: "2026-03-01T00:06:00Z"
              }) { nodes { id } } }
            """)
        .body("errors", nullValue())
        .body("data.incidents.nodes.id", contains("4"));
  }

  @Test
  void countsThem() {
    GraphQl.post(
            """
            { a: incidentCounts(by: SEVERITY, since: "2026-03-01T00:00:00Z") {
                counts { value incidents } total complete since asOf }
              b: incidentCounts(by: TECHNIQUE, since: "2026-03-01T00:00:00Z",
                filter: { severities: [HIGH] }) { counts { value incidents } } }
            """)
        .body("errors", nullValue())
        .body("data.a.counts.value", contains("LOW", "HIGH"))
        .body("data.a.counts.incidents", contains(4, 3))
        .body("data.a.total", equalTo(7))
        .body("data.a.complete", equalTo(true))
        .body("data.a.since", equalTo("2026-03-01T00:00:00Z"))
        .body("data.b.counts.value", contains("T1059.001"))
        .body("data.b.counts.incidents", contains(3));
    GraphQl.post("{ incidentCounts(by: STATUS, since: \"today\") { total } }")
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("since"));
  }

  @Test
  void takesNullsAsLeftOut() {
    GraphQl.post(
            "{ incidents(first: null, after: null, filter: null, orderBy: null) { nodes { id } } }")
        .body("errors", nullValue())
        .body("data.incidents.nodes[0].id", equalTo("7"));
  }

  @Test
  void rendersAlertsWithEvidenceOfEveryKindAndJson() {
    GraphQl.post(
            """
            { incident(id: "3") {
                portalUrl tags comments { text createdBy createdAt }
                alerts {
                  id title serviceSource additionalData customDetails
                  evidence {
                    __typename finding { verdict roles }
                    ... on IpEvidence { ipAddress countryCode }
                    ... on UserEvidence { account { accountName } }
                    ... on OtherEvidence { kind properties }
                  }
                }
            } }
            """)
        .body("errors", nullValue())
        .rootPath("data.incident.alerts[0]")
        .body("id", equalTo("alert-3"))
        .body("additionalData.count", equalTo(3))
        .body("additionalData.nested[0].ratio", equalTo(0.5f))
        .body("customDetails", equalTo(Map.of()))
        .body("evidence.__typename", contains("IpEvidence", "UserEvidence", "OtherEvidence"))
        .body("evidence[0].finding.roles", empty())
        .body("evidence[0].ipAddress", equalTo("203.0.113.7"))
        .body("evidence[1].account.accountName", equalTo("alice"))
        .body("evidence[2].properties.vendor", equalTo("Acme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ incidents { nodes { alerts { id } } } }",
        "{ incidents { edges { node { found: alerts { id } } } } }",
        "{ list: incidents { ...page } } fragment page on IncidentConnection { nodes { ...whole } }"
            + " fragment whole on Incident { alerts { id } }",
        "query ($no: Boolean = false) { incidents { nodes { alerts @skip(if: $no) { id } } } }",
        "{ incident(id: \"3\") { ... on Incident { alerts { id } } } }",
      })
  void readsAlerts_whenTheyAreSelected(String document) {
    GraphQl.post(document).body("errors", nullValue());
    assertEquals(true, upstream.alertsRead());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ incidents { nodes { id } edges { node { id } } } }",
        "query ($yes: Boolean = true) { incidents { nodes { id alerts @skip(if: $yes) { id } } } }",
        "query ($no: Boolean = false) {"
            + " incident(id: \"3\") { id alerts @include(if: $no) { id } } }",
      })
  void readsNoAlerts_whenTheyAreNotSelected(String document) {
    GraphQl.post(document).body("errors", nullValue());
    assertEquals(false, upstream.alertsRead());
  }
}
