package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.huntgate.access.Tenant;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.upstream.defender.DefenderIncidents;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes as each family gets them. */
@QuarkusTest
class IncidentChangeTest {

  private static final IncidentChange WHOLE =
      new IncidentChange(
          IncidentStatus.IN_PROGRESS,
          "",
          Classification.TRUE_POSITIVE,
          Determination.MULTI_STAGED_ATTACK,
          List.of("a \"quoted\" tag", "ä"),
          "Seen");

  @Inject OidcClients clients;

  private WireMockServer server;

  @BeforeEach
  void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    server.start();
    server.stubFor(
        post(urlPathMatching(".*/token"))
            .willReturn(okJson("{\"expires_in\": 3599, \"access_token\": \"token\"}")));
    server.stubFor(
        any(urlPathMatching(".*/incidents/7"))
            .willReturn(okJson("{\"id\": \"7\", \"incidentId\": 7, \"status\": \"resolved\"}")));
    server.stubFor(
        post(urlPathMatching(".*/incidents/7/comments"))
            .willReturn(okJson("{\"value\": [{\"comment\": \"Seen\"}]}")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void tellsGraphFieldsAndRemarkApart() {
    List<Optional<Incident>> answers = change(UpstreamFamily.GRAPH, WHOLE);

    assertEquals(2, answers.size());
    assertEquals("7", answers.get(0).orElseThrow().id());
    assertEquals(Optional.empty(), answers.get(1));
    server.verify(
        1,
        patchRequestedFor(urlPathEqualTo("/security/incidents/7"))
            .withHeader("Authorization", equalTo("Bearer token"))
            .withHeader("Content-Type", equalTo("application/json;charset=UTF-8"))
            .withRequestBody(
                equalToJson(
                    """
                    {"status": "inProgress", "assignedTo": null, "classification": "truePositive",
                     "determination": "multiStagedAttack",
                     "customTags": ["a \\"quoted\\" tag", "ä"]}
                    """)));
    server.verify(
        1,
        postRequestedFor(urlPathEqualTo("/security/incidents/7/comments"))
            .withRequestBody(
                equalToJson(
                    """
                    {"@odata.type": "microsoft.graph.security.alertComment", "comment": "Seen"}
                    """)));
    server.verify(2, anyRequestedFor(urlPathMatching("/security/.*")));
  }

  @Test
  void tellsDefenderAllAtOnce() {
    List<Optional<Incident>> answers = change(UpstreamFamily.DEFENDER, WHOLE);

    assertEquals("7", answers.get(0).orElseThrow().id());
    server.verify(
        1,
        patchRequestedFor(urlPathEqualTo("/api/incidents/7"))
            .withRequestBody(
                equalToJson(
                    """
                    {"status": "InProgress", "assignedTo": "", "classification": "TruePositive",
                     "determination": "MultiStagedAttack", "comment": "Seen",
                     "tags": ["a \\"quoted\\" tag", "ä"]}
                    """)));
    server.verify(1, anyRequestedFor(urlPathMatching("/api/.*")));
  }

  @ParameterizedTest
  @EnumSource(UpstreamFamily.class)
  void sendsNothingThatIsNotGiven(UpstreamFamily family) {
    change(family, new IncidentChange(null, null, null, null, List.of(), null));

    String tags = family == UpstreamFamily.GRAPH ? "customTags" : "tags";
    server.verify(
        1,
        patchRequestedFor(urlPathMatching(".*/incidents/7"))
            .withRequestBody(equalTo("{\"" + tags + "\":[]}")));
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN,                         UNKNOWN,                      unknown, NotAvailable",
    "TRUE_POSITIVE,                   COMPROMISED_ACCOUNT,"
        + " compromisedAccount, CompromisedAccount",
    "TRUE_POSITIVE,                   UNWANTED_SOFTWARE, unwantedSoftware, UnwantedSoftware",
    "FALSE_POSITIVE,                  NOT_MALICIOUS, notMalicious, NotMalicious",
    "FALSE_POSITIVE,                  NOT_ENOUGH_DATA_TO_VALIDATE,"
        + " notEnoughDataToValidate, NoEnoughDataToValidate",
    "INFORMATIONAL_EXPECTED_ACTIVITY, CONFIRMED_ACTIVITY, confirmedActivity, ConfirmedActivity",
    "INFORMATIONAL_EXPECTED_ACTIVITY, LINE_OF_BUSINESS_APPLICATION,"
        + " lineOfBusinessApplication, LineOfBusinessApplication",
  })
  void spellsVerdictsAsEachFamilyTakesThem(
      Classification classification, Determination determination, String graph, String defender) {
    IncidentChange change =
        new IncidentChange(null, null, classification, determination, null, null);

    change(UpstreamFamily.GRAPH, change);
    change(UpstreamFamily.DEFENDER, change);

    for (String spelled : List.of(graph, defender)) {
      server.verify(
          1,
          patchRequestedFor(urlPathMatching(".*/incidents/7"))
              .withRequestBody(
                  com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                      "$.determination", equalTo(spelled))));
    }
  }

  private List<Optional<Incident>> change(UpstreamFamily family, IncidentChange change) {
    Upstream upstream =
        new Upstream(
            ConnectionsForTests.connection(family, server.baseUrl()), clients, Clock.systemUTC());
    IncidentSource source =
        family == UpstreamFamily.GRAPH
            ? new GraphIncidents(upstream)
            : new DefenderIncidents(upstream);
    return source.steps(Tenant.DEFAULT, change).stream()
        .map(
            step -> source.update(Tenant.DEFAULT, "7", step).await().atMost(Duration.ofSeconds(10)))
        .toList();
  }
}
