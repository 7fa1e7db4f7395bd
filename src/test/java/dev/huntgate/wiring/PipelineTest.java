package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.huntgate.wiring.WiredChains.EMPTY_RESULT;
import static dev.huntgate.wiring.WiredChains.HUNT;
import static dev.huntgate.wiring.WiredChains.INCIDENTS;
import static dev.huntgate.wiring.WiredChains.await;
import static dev.huntgate.wiring.WiredChains.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentQuery;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again and what is not, and what of it the budget pays for. */
@QuarkusTest
class PipelineTest {

  private static final String INCIDENT = INCIDENTS + "/1";

  @Inject OidcClients clients;

  private WiredChains wired;

  @BeforeEach
  void wire() {
    wired = new WiredChains(clients, BudgetPreset.TERMS, Duration.ofSeconds(10), 20);
  }

  @AfterEach
  void unwire() {
    wired.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void triesAReadTwiceAgain_whenUpstreamFails(int status) {
    wired.answer(Tenant.DEFAULT, INCIDENT, status);

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure(read()).code());

    assertCalls(INCIDENT, 3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
  void triesAReadTwiceAgain_whenTheConnectionBreaks(Fault fault) {
    wired.answer(Tenant.DEFAULT, INCIDENT, aResponse().withFault(fault));

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure(read()).code());

    assertCalls(INCIDENT, 3);
  }

  @Test
  void answersARead_whenASecondTrySucceeds() {
    wired.server.stubFor(
        get("/default" + INCIDENT)
            .inScenario("recovery")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("well")
            .willReturn(aResponse().withStatus(503)));
    wired.server.stubFor(
        get("/default" + INCIDENT)
            .inScenario("recovery")
            .whenScenarioStateIs("well")
            .willReturn(okJson("{\"id\": \"1\"}")));

    assertEquals("1", await(wired.incidents.find(Caller.ANONYMOUS, "1", false)).id());

    assertCalls(INCIDENT, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT",
    "401, UPSTREAM_DENIED",
    "403, UPSTREAM_DENIED",
    "404, NOT_FOUND",
    "408, UPSTREAM_TIMEOUT",
    "429, UPSTREAM_THROTTLED",
    "504, UPSTREAM_TIMEOUT",
  })
  void asksOnce_whenAReadIsRefusedOrTimedOut(int status, FailureCode code) {
    wired.answer(Tenant.DEFAULT, INCIDENT, status);

    assertEquals(code, failure(read()).code());

    assertCalls(INCIDENT, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 429, 504})
  void asksOnce_whenAListIsRefusedOrTimedOut(int status) {
    wired.answer(Tenant.DEFAULT, INCIDENTS, status);

    failure(
        wired.incidents.page(
            Caller.ANONYMOUS,
            new IncidentQuery(IncidentOrder.CREATED, IncidentFilter.ALL, 20, null, false)));

    assertCalls(INCIDENTS, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, KQL_REJECTED",
    "429, UPSTREAM_THROTTLED",
    "500, UPSTREAM_UNAVAILABLE",
    "503, UPSTREAM_UNAVAILABLE",
    "504, UPSTREAM_TIMEOUT",
  })
  void asksOnce_whenAHuntFails(int status, FailureCode code) {
    wired.answer(Tenant.DEFAULT, HUNT, status);

    assertEquals(code, failure(hunt("T")).code());

    assertCalls(HUNT, 1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void asksOnce_whenTheConnectionBreaksUnderAHunt(Fault fault) {
    wired.answer(Tenant.DEFAULT, HUNT, aResponse().withFault(fault));

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure(hunt("T")).code());

    assertCalls(HUNT, 1);
  }

  @Test
  void asksOnce_whenAHuntOutlastsItsTimeout() {
    try (WiredChains hasty =
        new WiredChains(clients, BudgetPreset.TERMS, Duration.ofSeconds(3), 20)) {
      hasty.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT).withChunkedDribbleDelay(10, 20_000));

      Failure failure = failure(hasty.hunt(Tenant.DEFAULT, "T"));

      assertEquals(FailureCode.UPSTREAM_TIMEOUT, failure.code());
      assertEquals(1, hasty.calls(Tenant.DEFAULT, HUNT));
      assertEquals(1, hasty.admissionsAsked.get());
    }
  }

  @Test
  void triesAHuntOnceAgain_whenNothingListens() {
    wired.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT));
    await(hunt("T"));
    wired.server.stop();

    assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, failure(hunt("U")).code());

    assertEquals(1 + 2, wired.admissionsAsked.get());
  }

  @Test
  void makesNoCall_whenTheBudgetIsSpent() {
    wired.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT));
    for (int i = 0; i < 15; i++) {
      await(hunt("T" + i));
    }
    Instant full = wired.clock.instant();

    for (int i = 15; i < 35; i++) {
      Failure refusal = failure(hunt("T" + i));
      assertEquals(FailureCode.QUOTA_EXHAUSTED, refusal.code());
      assertEquals(full.plusSeconds(61).toEpochMilli(), refusal.retryAt().toEpochMilli());
    }

    assertEquals(15, wired.calls(Tenant.DEFAULT, HUNT));
    assertEquals(35, wired.admissionsAsked.get());
  }

  @Test
  void huntsAtOnce_whenTheWindowHasPassedAfterManyRefusals() {
    wired.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT));
    for (int i = 0; i < 15; i++) {
      await(hunt("T" + i));
    }
    for (int i = 0; i < 30; i++) {
      failure(hunt("refused"));
    }
    wired.clock.pass(Duration.ofSeconds(61));

    assertEquals(0, await(hunt("refused")).stored().result().rowCount());

    assertEquals(16, wired.calls(Tenant.DEFAULT, HUNT));
  }

  @Test
  void paysForAHuntOnce_whenItsResultIsStillKept() {
    wired.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT));

    String first = await(hunt("T | take 1")).stored().id();
    String again = await(hunt("T   | take 1 // the same")).stored().id();

    assertEquals(first, again);
    assertCalls(HUNT, 1);
  }

  private Uni<?> read() {
    return wired.incidents.find(Caller.ANONYMOUS, "1", false);
  }

  private Uni<Hunt> hunt(String kql) {
    return wired.hunt(Tenant.DEFAULT, kql);
  }

  private void assertCalls(String path, int calls) {
    assertEquals(calls, wired.calls(Tenant.DEFAULT, path));
    assertEquals(calls, wired.admissionsAsked.get());
  }
}
