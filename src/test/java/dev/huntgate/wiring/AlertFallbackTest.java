package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.huntgate.wiring.WiredChains.INCIDENTS;
import static dev.huntgate.wiring.WiredChains.await;
import static dev.huntgate.wiring.WiredChains.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPage;
import dev.huntgate.incident.IncidentQuery;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts that upstream cannot list together come incident by incident. */
@QuarkusTest
class AlertFallbackTest {

  private static final String LIST = "/default" + INCIDENTS;
  private static final int COUNT = 7;
  private static final List<String> NEWEST_FIRST = List.of("7", "6", "5", "4", "3", "2", "1");

  @Inject OidcClients clients;

  private WiredChains wired;

  @BeforeEach
  void wire() {
    wired = new WiredChains(clients, BudgetPreset.TERMS, Duration.ofSeconds(10), 20);
    String all =
        IntStream.rangeClosed(1, COUNT)
            .map(i -> COUNT + 1 - i)
            .mapToObj(AlertFallbackTest::incident)
            .collect(Collectors.joining(",", "{\"value\": [", "]}"));
    wired.server.stubFor(get(urlPathEqualTo(LIST)).willReturn(okJson(all)));
    for (int i = 1; i <= COUNT; i++) {
      wired.server.stubFor(
          get(urlPathEqualTo(LIST + "/" + i))
              .willReturn(
                  okJson(incident(i).replace("}", ", \"alerts\": [{\"id\": \"a" + i + "\"}]}"))
                      .withFixedDelay(i * 40)));
    }
  }

  @AfterEach
  void unwire() {
    wired.close();
  }

  @ParameterizedTest
  @CsvSource({"500, 3", "503, 3", "504, 1"})
  void readsIncidentsSinglyInOrder_whenTheyCannotBeListedWithAlerts(int status, int tries) {
    failToExpand(status);

    List<Incident> read = await(page()).incidents();

    assertEquals(NEWEST_FIRST, read.stream().map(Incident::id).toList());
    for (Incident incident : read) {
      assertEquals("a" + incident.id(), incident.alerts().get(0).id());
    }
    assertEquals(tries + 1 + COUNT, wired.calls(Tenant.DEFAULT, INCIDENTS));
    assertEquals(tries + 1 + COUNT, wired.admissionsAsked.get());
  }

  @ParameterizedTest
  @CsvSource({"401, UPSTREAM_DENIED", "403, UPSTREAM_DENIED", "429, UPSTREAM_THROTTLED"})
  void asksNothingMore_whenUpstreamDoesNotLetUsIn(int status, FailureCode code) {
    failToExpand(status);

    assertEquals(code, failure(page()).code());

    assertEquals(1, wired.calls(Tenant.DEFAULT, INCIDENTS));
  }

  @Test
  void stopsReadingSingly_whenTheBudgetIsSpent() {
    failToExpand(504);
    for (int i = 0; i < 45; i++) {
      await(wired.incidents.find(Caller.ANONYMOUS, "1", false));
    }

    assertEquals(FailureCode.QUOTA_EXHAUSTED, failure(page()).code());

    assertEquals(45 + 1 + 1 + 4, wired.admissionsAsked.get());
    assertTrue(wired.calls(Tenant.DEFAULT, INCIDENTS) <= 50);
  }

  private void failToExpand(int status) {
    wired.server.stubFor(
        get(urlPathEqualTo(LIST))
            .withQueryParam("$expand", equalTo("alerts"))
            .willReturn(aResponse().withStatus(status)));
  }

  private Uni<IncidentPage> page() {
    return wired.incidents.page(
        Caller.ANONYMOUS,
        new IncidentQuery(IncidentOrder.CREATED, IncidentFilter.ALL, 20, null, true));
  }

  private static String incident(int id) {
    return "{\"id\": \"%d\", \"createdDateTime\": \"2026-01-%02dT00:00:00Z\"}".formatted(id, id);
  }
}
