package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.Severity;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.defender.DefenderHunting;
import dev.huntgate.upstream.defender.DefenderIncidents;
import dev.huntgate.upstream.graph.GraphHunting;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class FamiliesTest {

  private static final String EMPTY_RESULT =
      "{\"schema\": [{\"name\": \"A\", \"type\": \"Int64\"}], \"results\": []}";
  private static final String TOKEN =
      "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"token-%d\"}";

  @Inject OidcClients clients;

  private WireMockServer server;

  @BeforeEach
  void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    server.start();
    server.stubFor(post(urlPathMatching(".*/token")).willReturn(okJson(TOKEN.formatted(1))));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void asksGraphByItsRules() {
    answer("/security/incidents", "{\"value\": []}");
    IncidentFilter filter =
        new IncidentFilter(
            List.of(Severity.HIGH, Severity.MEDIUM),
            List.of(IncidentStatus.IN_PROGRESS),
            List.of(Classification.TRUE_POSITIVE),
            List.of(),
            "o'neil@north.example",
            null,
            null,
            Instant.parse("2026-01-01T00:00:00.1234567Z"),
            Instant.parse("2026-02-01T00:00:00Z"));

    await(
        incidents(UpstreamFamily.GRAPH)
            .list(
                Tenant.DEFAULT,
                new IncidentListing(
                    IncidentOrder.CREATED,
                    Instant.parse("2025-12-01T00:00:00Z"),
                    Instant.parse("2026-03-01T00:00:00.1234567Z"),
                    filter,
                    400,
                    50,
                    true,
                    false)));

    server.verify(
        1,
        getRequestedFor(urlPathEqualTo("/security/incidents"))
            .withHeader("Authorization", equalTo("Bearer token-1"))
            .withHeader("Prefer", equalTo("include-unknown-enum-members"))
            .withQueryParam("$top", equalTo("50"))
            .withQueryParam("$skip", equalTo("50"))
            .withQueryParam("$expand", equalTo("alerts"))
            .withQueryParam("$orderby", equalTo("createdDateTime desc"))
            .withQueryParam(
                "$filter",
                equalTo(
                    "createdDateTime ge 2025-12-01T00:00:00Z"
                        + " and createdDateTime lt 2026-03-01T00:00:00.124Z"
                        + " and lastUpdateDateTime ge 2026-01-01T00:00:00.123Z"
                        + " and lastUpdateDateTime lt 2026-02-01T00:00:00Z"
                        + " and (severity eq 'high' or severity eq 'medium')"
                        + " and status eq 'inProgress'"
                        + " and classification eq 'truePositive'"
                        + " and assignedTo eq 'o''neil@north.example'")));
  }

  @Test
  void asksDefenderOnlyForWhatItCanFilter() {
    answer("/api/incidents", "{\"value\": []}");
    IncidentFilter filter =
        new IncidentFilter(
            List.of(Severity.HIGH),
            List.of(IncidentStatus.IN_PROGRESS),
            List.of(Classification.TRUE_POSITIVE),
            List.of(),
            null,
            null,
            null,
            null,
            null);

    await(
        incidents(UpstreamFamily.DEFENDER)
            .list(
                Tenant.DEFAULT,
                new IncidentListing(IncidentOrder.UPDATED, null, null, filter, 5, 0, true, false)));

    server.verify(
        1,
        getRequestedFor(urlPathEqualTo("/api/incidents"))
            .withQueryParam("$top", equalTo("100"))
            .withQueryParam("$filter", equalTo("status eq 'InProgress'"))
            .withoutQueryParam("$skip")
            .withoutQueryParam("$orderby"));
  }

  @ParameterizedTest
  @CsvSource({"GRAPH, 50, true", "GRAPH, 49, false", "DEFENDER, 100, true", "DEFENDER, 99, false"})
  void tellsThatMoreFollow_whenThePageIsFull(UpstreamFamily family, int size, boolean more) {
    String idName = family == UpstreamFamily.GRAPH ? "id" : "incidentId";
    String incidents =
        IntStream.range(0, size)
            .mapToObj(i -> "{\"" + idName + "\": \"" + i + "\"}")
            .collect(Collectors.joining(",", "{\"value\": [", "]}"));
    answer(family == UpstreamFamily.GRAPH ? "/security/incidents" : "/api/incidents", incidents);

    IncidentBatch batch =
        await(
            incidents(family)
                .list(
                    Tenant.DEFAULT,
                    new IncidentListing(
                        IncidentOrder.CREATED,
                        null,
                        null,
                        IncidentFilter.ALL,
                        300,
                        0,
                        false,
                        false)));

    assertEquals(size, batch.incidents().size());
    assertEquals(more, batch.more());
    assertEquals(family == UpstreamFamily.GRAPH, batch.ordered());
    assertNull(batch.incidents().get(0).alerts());
  }

  @Test
  void sendsAHuntAsUtf8Json() {
    server.stubFor(
        post(urlPathEqualTo("/security/runHuntingQuery")).willReturn(okJson(EMPTY_RESULT)));
    String kql = "DeviceInfo | where DeviceName == \"häst \\\\ 🐎\"";

    HuntAnswer answer =
        await(hunting(UpstreamFamily.GRAPH).run(Tenant.DEFAULT, HuntsForTests.query(kql, "P7D")));

    assertEquals(0, answer.result().rowCount());
    server.verify(
        1,
        postRequestedFor(urlPathEqualTo("/security/runHuntingQuery"))
            .withHeader("Content-Type", equalTo("application/json;charset=UTF-8"))
            .withRequestBody(
                equalToJson(
                    "{\"Query\": \"DeviceInfo | where DeviceName == \\\"häst \\\\\\\\ 🐎\\\"\","
                        + " \"Timespan\": \"P7D\"}")));
  }

  @Test
  void refusesATimespan_whereTheFamilyHasNone() {
    FailureException refused =
        assertThrows(
            FailureException.class,
            () ->
                await(
                    hunting(UpstreamFamily.DEFENDER)
                        .run(Tenant.DEFAULT, HuntsForTests.query("T", "P7D"))));

    assertEquals("timespan", refused.failure().argument());
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void fetchesOneToken_forManyCallsAtOnce() {
    answer("/security/incidents/1", "{\"id\": \"1\"}");
    IncidentSource source = incidents(UpstreamFamily.GRAPH);

    List<Uni<String>> calls =
        IntStream.range(0, 20)
            .mapToObj(i -> source.get(Tenant.DEFAULT, "1", false).map(found -> found.id()))
            .toList();
    List<String> ids = await(Uni.join().all(calls).andFailFast());

    assertEquals(20, ids.size());
    server.verify(
        1,
        postRequestedFor(urlPathEqualTo("/directory-1/oauth2/v2.0/token"))
            .withFormParam("grant_type", equalTo("client_credentials"))
            .withFormParam("client_id", equalTo("client-1"))
            .withFormParam("client_secret", equalTo("s3cret"))
            .withFormParam("scope", equalTo("https://graph.microsoft.com/.default")));
  }

  @Test
  void fetchesANewToken_whenUpstreamRejectedTheOld() {
    server.stubFor(
        get(urlPathEqualTo("/security/incidents/1"))
            .withHeader("Authorization", equalTo("Bearer token-1"))
            .willReturn(aResponse().withStatus(401)));
    server.stubFor(
        get(urlPathEqualTo("/security/incidents/1"))
            .withHeader("Authorization", equalTo("Bearer token-2"))
            .willReturn(okJson("{\"id\": \"1\"}")));
    IncidentSource source = incidents(UpstreamFamily.GRAPH);

    assertEquals(
        FailureCode.UPSTREAM_DENIED, failure(source.get(Tenant.DEFAULT, "1", false)).code());
    server.stubFor(post(urlPathMatching(".*/token")).willReturn(okJson(TOKEN.formatted(2))));

    assertEquals("1", await(source.get(Tenant.DEFAULT, "1", false)).id());
  }

  @ParameterizedTest
  @CsvSource({"400, UPSTREAM_DENIED", "401, UPSTREAM_DENIED", "503, UPSTREAM_UNAVAILABLE"})
  void asksNothing_whenThereIsNoToken(int status, FailureCode code) {
    server.stubFor(
        post(urlPathMatching(".*/token"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        status < 500
                            ? "{\"error\": \"invalid_client\","
                                + " \"error_description\": \"AADSTS7000215: s3cret is wrong\"}"
                            : "busy")));

    Failure failure = failure(incidents(UpstreamFamily.GRAPH).get(Tenant.DEFAULT, "1", false));

    assertEquals(code, failure.code());
    assertFalse(failure.message().contains("s3cret"));
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void saysThatUpstreamIsUnavailable_whenTheConnectionBreaks(Fault fault) {
    server.stubFor(
        any(urlPathEqualTo("/api/incidents/1")).willReturn(aResponse().withFault(fault)));

    Failure failure = failure(incidents(UpstreamFamily.DEFENDER).get(Tenant.DEFAULT, "1", false));

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure.code());
    assertTrue(((UpstreamUnavailable) failure).sent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | text/html        | <html>Maintenance</html>  | UPSTREAM_UNAVAILABLE
          200 | application/json | {"schema": [              | UPSTREAM_UNAVAILABLE
          200 | application/json | []                        | UPSTREAM_UNAVAILABLE
          204 | application/json |                           | UPSTREAM_UNAVAILABLE
          302 | text/html        | <html>Elsewhere</html>    | UPSTREAM_UNAVAILABLE
          502 | text/html        | <html>Bad gateway</html>  | UPSTREAM_UNAVAILABLE
          504 | application/json | {"error": {"code": "UnknownError", "message": ""}} | UPSTREAM_TIMEOUT
          429 | application/json | {"error": {"code": "429", "message": "in 8 seconds"}} | UPSTREAM_THROTTLED
          """)
  void readsEveryKindOfBadAnswer_toAHunt(
      int status, String contentType, String body, FailureCode code) {
    server.stubFor(
        post(urlPathEqualTo("/api/advancedhunting/run"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", contentType)
                    .withBody(body == null ? "" : body)));

    Failure failure =
        failure(
            hunting(UpstreamFamily.DEFENDER).run(Tenant.DEFAULT, HuntsForTests.query("T", null)));

    assertEquals(code, failure.code());
    assertFalse(failure.message().contains("html"));
  }

  @Test
  void saysThatUpstreamIsUnavailable_whenTheBodyIsCutOff() {
    server.stubFor(
        post(urlPathEqualTo("/security/runHuntingQuery"))
            .willReturn(okJson(EMPTY_RESULT).withHeader("Content-Length", "5000")));

    Failure failure =
        failure(hunting(UpstreamFamily.GRAPH).run(Tenant.DEFAULT, HuntsForTests.query("T", null)));

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure.code());
  }

  @Test
  void givesUp_whenTheWholeAnswerTakesTooLong() {
    server.stubFor(
        post(urlPathEqualTo("/security/runHuntingQuery"))
            .willReturn(okJson(EMPTY_RESULT).withChunkedDribbleDelay(20, 20_000)));

    Failure failure =
        failure(hunting(UpstreamFamily.GRAPH).run(Tenant.DEFAULT, HuntsForTests.query("T", null)));

    assertEquals(FailureCode.UPSTREAM_TIMEOUT, failure.code());
  }

  @Test
  void givesUp_whenTheAnswerIsTooLong() {
    String rows = "{\"A\": 1}" + ", {\"A\": 1}".repeat(20_000);
    server.stubFor(
        post(urlPathEqualTo("/security/runHuntingQuery"))
            .willReturn(okJson(EMPTY_RESULT.replace("[]", "[" + rows + "]"))));

    Failure failure =
        failure(hunting(UpstreamFamily.GRAPH).run(Tenant.DEFAULT, HuntsForTests.query("T", null)));

    assertEquals(FailureCode.RESULT_TOO_LARGE, failure.code());
    assertTrue(failure.message().contains("100000"));
  }

  @Test
  void saysThatNothingWasSent_whenUpstreamCannotBeReached() {
    IncidentSource source = incidents(UpstreamFamily.GRAPH);
    answer("/security/incidents/1", "{\"id\": \"1\"}");
    await(source.get(Tenant.DEFAULT, "1", false));
    server.stop();

    Failure failure = failure(source.get(Tenant.DEFAULT, "1", false));

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure.code());
  }

  private void answer(String path, String json) {
    server.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
  }

  private IncidentSource incidents(UpstreamFamily family) {
    return family == UpstreamFamily.GRAPH
        ? new GraphIncidents(upstream(family))
        : new DefenderIncidents(upstream(family));
  }

  private HuntingSource hunting(UpstreamFamily family) {
    return family == UpstreamFamily.GRAPH
        ? new GraphHunting(upstream(family))
        : new DefenderHunting(upstream(family));
  }

  private Upstream upstream(UpstreamFamily family) {
    Limits limits =
        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(2), 100_000);
    Connection connection =
        ConnectionsForTests.connection(
            family, server.baseUrl(), limits, new Credentials.ClientSecret("s3cret"));
    return new Upstream(connection, clients, Clock.systemUTC());
  }

  private static Failure failure(Uni<?> call) {
    return assertThrows(FailureException.class, () -> await(call)).failure();
  }

  private static <T> T await(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(10));
  }
}
