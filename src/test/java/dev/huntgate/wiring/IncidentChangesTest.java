package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.huntgate.wiring.WiredChains.INCIDENTS;
import static dev.huntgate.wiring.WiredChains.await;
import static dev.huntgate.wiring.WiredChains.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.incident.BulkIncidentWork;
import dev.huntgate.incident.CachingIncidents;
import dev.huntgate.incident.ChangeOutcome;
import dev.huntgate.incident.ChangedIncident;
import dev.huntgate.incident.IncidentCache;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes of incidents cost, what is tried again, and what is forgotten after them. */
@QuarkusTest
class IncidentChangesTest {

  private static final String INCIDENT = INCIDENTS + "/1";
  private static final String COMMENTS = INCIDENT + "/comments";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final IncidentChange RESOLVE =
      new IncidentChange(IncidentStatus.RESOLVED, null, null, null, null, null);

  @Inject OidcClients clients;

  private WiredChains wired;

  @BeforeEach
  void wire() {
    IncidentCache cache =
        new Parts()
            .incidentCache(
                new CachingIncidents(1_000_000, MINUTE, MINUTE), new SimpleMeterRegistry());
    wired = new WiredChains(clients, BudgetPreset.TERMS, Duration.ofSeconds(10), 20, cache);
    wired.answer(
        Tenant.DEFAULT,
        INCIDENT,
        okJson("{\"id\": \"1\", \"lastUpdateDateTime\": \"2026-06-30T00:00:00Z\"}"));
    wired.answer(Tenant.DEFAULT, COMMENTS, okJson("{\"value\": []}"));
  }

  @AfterEach
  void unwire() {
    wired.close();
  }

  @Test
  void paysForEachCall_andReadsAnewAfterwards() {
    read();
    ChangedIncident changed = await(resolve(null));
    read();

    assertEquals(List.of(), changed.warnings());
    assertNotNull(changed.incident());
    assertEquals(1, wired.calls(Tenant.DEFAULT, COMMENTS));
    assertEquals(1 + 1 + 1 + 1, wired.calls(Tenant.DEFAULT, INCIDENT));
    assertEquals(4, wired.admissionsAsked.get());
  }

  @Test
  void looksPastWhatIsKept_whenItChecks() {
    read();
    wired.answer(
        Tenant.DEFAULT,
        INCIDENT,
        okJson("{\"id\": \"1\", \"lastUpdateDateTime\": \"2026-06-30T00:00:01Z\"}"));

    assertEquals(
        FailureCode.CONFLICT, failure(resolve(Instant.parse("2026-06-30T00:00:00Z"))).code());

    assertEquals(2, wired.calls(Tenant.DEFAULT, INCIDENT));
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT",
    "403, UPSTREAM_DENIED",
    "404, NOT_FOUND",
    "409, CONFLICT",
    "412, CONFLICT",
    "429, UPSTREAM_THROTTLED",
    "500, UPSTREAM_UNAVAILABLE",
    "503, UPSTREAM_UNAVAILABLE",
    "504, UPSTREAM_TIMEOUT",
  })
  void changesOnce_whateverUpstreamAnswers(int status, FailureCode code) {
    wired.answer(Tenant.DEFAULT, INCIDENT, status);

    assertEquals(code, failure(resolve(null)).code());

    assertEquals(1, wired.calls(Tenant.DEFAULT, INCIDENT));
    assertEquals(1, wired.admissionsAsked.get());
  }

  @Test
  void changesOnce_andForgets_whenTheConnectionBreaks() {
    read();
    wired.answer(Tenant.DEFAULT, INCIDENT, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure(resolve(null)).code());
    wired.answer(Tenant.DEFAULT, INCIDENT, okJson("{\"id\": \"1\"}"));
    read();

    assertEquals(3, wired.calls(Tenant.DEFAULT, INCIDENT));
  }

  @Test
  void keepsToTheBudget_whenManyAreChanged() {
    List<String> ids = IntStream.rangeClosed(101, 150).mapToObj(Integer::toString).toList();
    for (String path : List.of(INCIDENTS + "/1..", INCIDENTS + "/1../comments")) {
      wired.answer(Tenant.DEFAULT, path, okJson("{\"id\": \"1\", \"value\": []}"));
    }

    List<ChangeOutcome> outcomes =
        await(new BulkIncidentWork(wired.work).update(Caller.ANONYMOUS, ids, RESOLVE));

    assertEquals(ids, outcomes.stream().map(ChangeOutcome::id).toList());
    assertTrue(wired.calls(Tenant.DEFAULT, INCIDENTS) <= 50, "more calls than the budget has");
    Failure last = outcomes.get(49).failure();
    assertNotNull(last);
    assertEquals(FailureCode.QUOTA_EXHAUSTED, last.code());
    /* Two calls each, and four under way when it was spent. */
    long refused =
        outcomes.stream()
            .filter(outcome -> outcome.failure() instanceof Failure.QuotaExhausted)
            .count();
    assertTrue(refused >= 20 && refused <= 25, refused + " were refused: " + outcomes);
    assertTrue(wired.admissionsAsked.get() <= 50 + 8, "it was tried on and on");
  }

  private void read() {
    await(wired.incidents.find(Caller.ANONYMOUS, "1", false));
  }

  private Uni<ChangedIncident> resolve(Instant ifUpdatedAt) {
    return wired.work.update(Caller.ANONYMOUS, "1", RESOLVE, ifUpdatedAt, false);
  }
}
