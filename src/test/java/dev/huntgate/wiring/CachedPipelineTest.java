package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.huntgate.wiring.WiredChains.INCIDENTS;
import static dev.huntgate.wiring.WiredChains.await;
import static dev.huntgate.wiring.WiredChains.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.incident.CachingIncidents;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentCache;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPage;
import dev.huntgate.incident.IncidentQuery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reads of incidents cost that are equal, and what the metrics say of them. */
@QuarkusTest
class CachedPipelineTest {

  private static final String INCIDENT = INCIDENTS + "/1";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int LATENCY_MILLIS = 200;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Inject OidcClients clients;

  private IncidentCache cache;
  private WiredChains wired;

  @BeforeEach
  void wire() {
    wire(1_000_000);
  }

  private void wire(long maxBytes) {
    cache = new Parts().incidentCache(new CachingIncidents(maxBytes, MINUTE, MINUTE), meters);
    wired = new WiredChains(clients, BudgetPreset.TERMS, Duration.ofSeconds(10), 20, cache);
  }

  @AfterEach
  void unwire() {
    wired.close();
  }

  @Test
  void callsAndPaysOnce_when100ReadTheSameIncidentAtOnce() {
    wired.answer(
        Tenant.DEFAULT, INCIDENT, okJson("{\"id\": \"1\"}").withFixedDelay(LATENCY_MILLIS));
    List<Uni<Incident>> asking = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asking.add(read());
    }

    List<Incident> read = await(Uni.join().all(asking).andFailFast());
    await(read());

    read.forEach(incident -> assertEquals("1", incident.id()));
    assertPaid(INCIDENT, 1);
    assertEquals(1, requests("miss"));
    assertEquals(99, requests("coalesced"));
    assertEquals(1, requests("hit"));
    assertEquals(cache.weight(), gauge("huntgate.cache.weight"));
    assertEquals(1, gauge("huntgate.cache.entries"));
  }

  @Test
  void callsAndPaysOnce_whenTheSamePageIsReadAgain() {
    wired.answer(Tenant.DEFAULT, INCIDENTS, okJson("{\"value\": []}"));

    await(page());
    await(page());

    assertPaid(INCIDENTS, 1);
  }

  @Test
  void callsAgain_whenTheIncidentWasChanged() {
    wired.answer(Tenant.DEFAULT, INCIDENT, okJson("{\"id\": \"1\"}"));
    await(read());

    cache.invalidate(Tenant.DEFAULT, "1");
    await(read());

    assertPaid(INCIDENT, 2);
  }

  @Test
  void callsAgain_whenAReadFailed() {
    wired.answer(Tenant.DEFAULT, INCIDENT, aResponse().withStatus(403));
    failure(read());
    wired.answer(Tenant.DEFAULT, INCIDENT, okJson("{\"id\": \"1\"}"));

    assertEquals("1", await(read()).id());

    assertPaid(INCIDENT, 2);
  }

  @Test
  void countsWhatHadToMakeRoom() {
    unwire();
    meters.clear();
    wire(1);
    wired.answer(Tenant.DEFAULT, INCIDENT, okJson("{\"id\": \"1\"}"));

    await(read());

    assertEquals(0, gauge("huntgate.cache.weight"));
    double evicted =
        meters.get("huntgate.cache.evicted").tag("cache", "incidents").counter().count();
    assertTrue(evicted > 400 && evicted < 2_000, "evicted " + evicted);
  }

  private Uni<Incident> read() {
    return wired.incidents.find(Caller.ANONYMOUS, "1", false);
  }

  private Uni<IncidentPage> page() {
    return wired.incidents.page(
        Caller.ANONYMOUS,
        new IncidentQuery(IncidentOrder.CREATED, IncidentFilter.ALL, 20, null, false));
  }

  private void assertPaid(String path, int calls) {
    assertEquals(calls, wired.calls(Tenant.DEFAULT, path));
    assertEquals(calls, wired.admissionsAsked.get());
  }

  private double requests(String outcome) {
    return meters
        .get("huntgate.cache.requests")
        .tags("cache", "incidents", "tenant", "default", "outcome", outcome)
        .counter()
        .count();
  }

  private double gauge(String name) {
    return meters.get(name).tag("cache", "incidents").gauge().value();
  }
}
