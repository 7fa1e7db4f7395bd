package dev.huntgate.graphql;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.IncidentsForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class IncidentMutationsTest {

  private static final String UPDATE =
      """
      mutation ($input: UpdateIncidentInput!) {
        updateIncident(input: $input) {
          incident { id status assignedTo tags updatedAt comments { text } alerts { id } }
          warnings
        }
      }
      """;

  @Inject FakeUpstream upstream;

  @BeforeEach
  void fill() {
    upstream.reset();
    upstream.holds(Samples.incidents(3));
  }

  @Test
  void sendsOnlyWhatIsGiven() {
    GraphQl.post(UPDATE, Map.of("input", Map.of("id", "2", "status", "RESOLVED")))
        .body("errors", nullValue())
        .body("data.updateIncident.warnings", empty())
        .rootPath("data.updateIncident.incident")
        .body("id", equalTo("2"))
        .body("status", equalTo("RESOLVED"))
        .body("tags", contains("red"))
        .body("alerts", hasSize(1))
        .body("comments[1].text", equalTo("Set status RESOLVED (anonymous via Huntgate)"));

    assertEquals(
        new IncidentChange(IncidentStatus.RESOLVED, null, null, null, null, null),
        upstream.steps().get(0));
    assertEquals(2, upstream.steps().size());
  }

  @Test
  void unassigns_whenTheOwnerIsNull() {
    GraphQl.post(UPDATE, Map.of("input", Map.of("id", "2", "assignedTo", "bob@contoso.example")))
        .body("data.updateIncident.incident.assignedTo", equalTo("bob@contoso.example"));
    Map<String, Object> input = new HashMap<>(Map.of("id", "2", "tags", List.of()));
    input.put("assignedTo", null);

    GraphQl.post(UPDATE, Map.of("input", input))
        .body("errors", nullValue())
        .body("data.updateIncident.incident.assignedTo", nullValue())
        .body("data.updateIncident.incident.tags", empty());

    GraphQl.post(
            "mutation { updateIncident(input: {id: \"3\", assignedTo: null}) { incident { id } } }")
        .body("errors", nullValue());
    assertEquals("", upstream.steps().get(4).assignedTo());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: null                              | status         | leave it out",
        "classification: null                      | classification | UNKNOWN",
        "determination: null                       | determination  | leave it out",
        "tags: null                                | tags           | []",
        "comment: null                             | comment        | leave it out",
        "status: REDIRECTED                        | status         | ACTIVE, IN_PROGRESS, RESOLVED",
        "determination: MALWARE                    | determination  | together with",
        "classification: FALSE_POSITIVE, determination: MALWARE | determination |"
            + " NOT_MALICIOUS, NOT_ENOUGH_DATA_TO_VALIDATE, OTHER",
        "comment: \" \"                            | comment        | say something",
        "ifLastUpdatedAt: \"today\", comment: \"x\"| ifLastUpdatedAt | 2026-03-01T00:00:00Z",
      })
  void refusesByName_andAsksNothing(String fields, String argument, String words) {
    GraphQl.post("mutation { updateIncident(input: {id: \"2\", " + fields + "}) { warnings } }")
        .body("errors", hasSize(1))
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo(argument))
        .body("errors[0].message", containsString(words))
        .body("extensions", nullValue());
    assertEquals(List.of(), upstream.steps());
  }

  @Test
  void saysWhatIsThereNow_whenSomebodyWasFaster() {
    String known =
        GraphQl.post("{ incident(id: \"2\") { updatedAt } }")
            .extract()
            .path("data.incident.updatedAt");
    Map<String, Object> input = Map.of("id", "2", "status", "RESOLVED", "ifLastUpdatedAt", known);

    String after =
        GraphQl.post(UPDATE, Map.of("input", input))
            .body("errors", nullValue())
            .extract()
            .path("data.updateIncident.incident.updatedAt");
    GraphQl.post(UPDATE, Map.of("input", input))
        .body("errors[0].extensions.code", equalTo("CONFLICT"))
        .body("errors[0].extensions.argument", equalTo("ifLastUpdatedAt"))
        .body("errors[0].extensions.current.status", equalTo("RESOLVED"))
        .body("errors[0].extensions.current.assignedTo", nullValue())
        .body("errors[0].extensions.current.tags", contains("red"))
        .body("errors[0].extensions.current.updatedAt", notNullValue());
    GraphQl.post(
            UPDATE,
            Map.of("input", Map.of("id", "2", "status", "ACTIVE", "ifLastUpdatedAt", after)))
        .body("errors", nullValue());
  }

  @Test
  void addsAComment_inTheCallersName() {
    String mutation =
        "mutation ($text: String!) { addIncidentComment(input: {id: \"1\", comment: $text})"
            + " { incident { comments { text } } warnings } }";
    GraphQl.post(mutation, Map.of("text", "Seen"))
        .body("errors", nullValue())
        .body(
            "data.addIncidentComment.incident.comments.text",
            contains("Seen", "Seen (anonymous via Huntgate)"))
        .body("extensions.quota.operation", notNullValue());
    GraphQl.post(mutation, Map.of("text", "a".repeat(1001)))
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("comment"))
        .body("errors[0].message", containsString("1000"));
  }

  @Test
  void tellsForEachOfSeveral_whatBecameOfIt() {
    GraphQl.post(
            """
            mutation { updateIncidents(input: {ids: ["3", "99", "1"], status: IN_PROGRESS}) {
              results { id error { code message } warnings incident { id status alerts { id } } }
            } }
            """)
        .body("errors", nullValue())
        .rootPath("data.updateIncidents")
        .body("results.id", contains("3", "99", "1"))
        .body("results[0].error", nullValue())
        .body("results[1].error.code", equalTo("NOT_FOUND"))
        .body("results[2].error", nullValue())
        .body("results[0].incident.status", equalTo("IN_PROGRESS"))
        .body("results[0].incident.alerts", hasSize(1))
        .body("results[1].incident", nullValue());
  }

  @Test
  void refusesSeveral_whenThereAreTooMany() {
    List<String> ids = java.util.stream.IntStream.range(0, 51).mapToObj(String::valueOf).toList();
    GraphQl.post(
            "mutation ($ids: [ID!]!) { updateIncidents(input: {ids: $ids, tags: []})"
                + " { results { id } } }",
            Map.of("ids", ids))
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("ids"));
  }

  @Test
  void followsAnIncidentThatWasMerged_andSaysSo() {
    upstream.holds(
        Samples.incidents(4).stream()
            .map(
                one ->
                    switch (one.id()) {
                      case "1" -> IncidentsForTests.with(one.alerts(), "2", one);
                      case "2" -> IncidentsForTests.with(one.alerts(), "3", one);
                      case "4" -> IncidentsForTests.with(one.alerts(), "99", one);
                      default -> one;
                    })
            .toList());
    String fields = "{ id redirectedFrom redirectIncidentId status }";

    GraphQl.post(
            "{ a: incident(id: \"1\") "
                + fields
                + " b: incident(id: \"1\", followRedirect: false) "
                + fields
                + " c: incident(id: \"3\", followRedirect: null) "
                + fields
                + " d: incident(id: \"4\") "
                + fields
                + " }")
        .body("errors", nullValue())
        .body("data.a.id", equalTo("3"))
        .body("data.a.redirectedFrom", equalTo("1"))
        .body("data.b.id", equalTo("1"))
        .body("data.b.redirectedFrom", nullValue())
        .body("data.b.redirectIncidentId", equalTo("2"))
        .body("data.c.redirectedFrom", nullValue())
        .body("data.d.id", equalTo("4"))
        .body("data.d.redirectedFrom", nullValue());
  }

  @Test
  void endsACircleOfMergedIncidents() {
    upstream.holds(
        Samples.incidents(2).stream()
            .map(one -> IncidentsForTests.with(null, one.id().equals("1") ? "2" : "1", one))
            .toList());

    GraphQl.post("{ incident(id: \"1\") { status } }")
        .body("errors", nullValue())
        .body("data.incident.status", equalTo("REDIRECTED"));
  }

  @Test
  void filtersByWhatIsInThem() {
    GraphQl.post(
            """
            { a: incidents(filter: {techniques: ["T1059"], text: "incident 2"}) { nodes { id } }
              b: incidents(filter: {tags: ["RED"], serviceSources: ["none"]}) { nodes { id } }
              c: incidents(filter: {tags: ["Red"], text: "3"}) { nodes { id } } }
            """)
        .body("errors", nullValue())
        .body("data.a.nodes.id", contains("2"))
        .body("data.b.nodes", empty())
        .body("data.c.nodes.id", contains("3"));
    GraphQl.post("{ incidents(filter: {text: \"" + "a".repeat(201) + "\"}) { nodes { id } } }")
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
        .body("errors[0].extensions.argument", equalTo("filter.text"));
    GraphQl.post("{ incidents(filter: {tags: [\"\"]}) { nodes { id } } }")
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].extensions.argument", equalTo("filter.tags"));
  }
}
