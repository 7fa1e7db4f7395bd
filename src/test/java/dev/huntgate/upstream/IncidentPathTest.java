package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.huntgate.access.Caller;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.incident.IncidentsForTests;
import dev.huntgate.upstream.defender.DefenderIncidents;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An id from a caller never leads elsewhere than to an incident. */
@QuarkusTest
class IncidentPathTest {

  @Inject OidcClients clients;

  private WireMockServer server;

  @BeforeEach
  void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
    server.stubFor(
        post(urlPathMatching(".*/token"))
            .willReturn(okJson("{\"expires_in\": 3599, \"access_token\": \"token\"}")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  static Stream<Arguments> ids() {
    return Stream.of(UpstreamFamily.values())
        .flatMap(
            family ->
                Stream.of(
                        "1/alerts",
                        "../../etc",
                        "1?x=1",
                        "1#x",
                        "1;x=1",
                        "%2e%2e",
                        "%2e%2e%2fx",
                        "1%2Falerts",
                        "{id}",
                        "1 2",
                        "1+2",
                        "ä",
                        "\\..\\x",
                        "1&$expand=alerts",
                        "@evil.example",
                        "//evil.example",
                        "1\r\nX: y",
                        "1\u0000",
                        ".",
                        "..",
                        " 1",
                        "")
                    .map(id -> Arguments.of(family, id)));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void asksNothing_whenTheIdCouldMeanMoreThanAnId(UpstreamFamily family, String id) {
    FailureException refused =
        assertThrows(
            FailureException.class,
            () ->
                IncidentsForTests.over(source(family))
                    .find(Caller.ANONYMOUS, id, false)
                    .await()
                    .atMost(Duration.ofSeconds(10)));

    assertEquals(FailureCode.INVALID_ARGUMENT, refused.failure().code());
    assertEquals("id", refused.failure().argument());
    assertEquals(List.of(), server.getAllServeEvents());
  }

  private IncidentSource source(UpstreamFamily family) {
    Upstream upstream =
        new Upstream(
            ConnectionsForTests.connection(family, server.baseUrl()), clients, Clock.systemUTC());
    return family == UpstreamFamily.GRAPH
        ? new GraphIncidents(upstream)
        : new DefenderIncidents(upstream);
  }
}
