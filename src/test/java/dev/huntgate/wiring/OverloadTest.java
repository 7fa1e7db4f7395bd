package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.huntgate.wiring.WiredChains.EMPTY_RESULT;
import static dev.huntgate.wiring.WiredChains.HUNT;
import static dev.huntgate.wiring.WiredChains.INCIDENTS;
import static dev.huntgate.wiring.WiredChains.await;
import static dev.huntgate.wiring.WiredChains.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a tenant's guard holds when upstream fails for long or answers slowly. */
@QuarkusTest
class OverloadTest {

  private static final Tenant OTHER = Tenant.named("other");
  /* More than the bulkhead and its queue hold. */
  private static final int MANY = 40;
  /* Not enough to open the breaker. */
  private static final int FEW = 6;
  private static final String SLOW = INCIDENTS + "/slow";

  @Inject OidcClients clients;

  @Test
  void stopsHunting_whenUpstreamFailsTenTimes() {
    try (WiredChains wired = unlimited(Duration.ofSeconds(10), 20)) {
      wired.answer(Tenant.DEFAULT, HUNT, 500);
      for (int i = 0; i < 10; i++) {
        failure(wired.hunt(Tenant.DEFAULT, "T" + i));
      }
      wired.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT));

      for (int i = 0; i < 5; i++) {
        assertEquals(
            FailureCode.UPSTREAM_UNAVAILABLE, failure(wired.hunt(Tenant.DEFAULT, "U" + i)).code());
      }

      assertEquals(10, wired.calls(Tenant.DEFAULT, HUNT));
    }
  }

  @Test
  void stopsReading_whenRetriedReadsFailTenTimes() {
    try (WiredChains wired = unlimited(Duration.ofSeconds(10), 20)) {
      wired.answer(Tenant.DEFAULT, INCIDENTS + ".*", 503);

      for (int i = 0; i < 6; i++) {
        assertEquals(
            FailureCode.UPSTREAM_UNAVAILABLE,
            failure(wired.incidents.find(Caller.ANONYMOUS, "1", true)).code());
      }

      assertEquals(10, wired.calls(Tenant.DEFAULT, INCIDENTS));
    }
  }

  @Test
  void goesOnHunting_whenUpstreamOnlyRefuses() {
    try (WiredChains wired = unlimited(Duration.ofSeconds(10), 20)) {
      for (int status : List.of(400, 401, 403)) {
        wired.answer(Tenant.DEFAULT, HUNT, status);
        for (int i = 0; i < 10; i++) {
          failure(wired.hunt(Tenant.DEFAULT, "T" + i));
        }
      }

      assertEquals(30, wired.calls(Tenant.DEFAULT, HUNT));
    }
  }

  @Test
  void servesOneTenant_whileAnothersUpstreamIsShutOff() {
    try (WiredChains wired = unlimited(Duration.ofSeconds(10), 20)) {
      wired.answer(Tenant.DEFAULT, HUNT, 500);
      wired.answer(OTHER, HUNT, okJson(EMPTY_RESULT));
      for (int i = 0; i < 12; i++) {
        failure(wired.hunt(Tenant.DEFAULT, "T" + i));
      }

      await(wired.hunt(OTHER, "T"));

      assertEquals(10, wired.calls(Tenant.DEFAULT, HUNT));
      assertEquals(1, wired.calls(OTHER, HUNT));
    }
  }

  @Test
  void refusesWhatIsTooMuchAtOnce_whileSlowCallsRun() {
    try (WiredChains wired = unlimited(Duration.ofSeconds(4), 2)) {
      wired.answer(Tenant.DEFAULT, SLOW, okJson("{}").withFixedDelay(20_000));
      wired.answer(OTHER, INCIDENTS + "/1", okJson("{\"id\": \"1\"}"));

      List<Uni<FailureCode>> running = start(wired, MANY);

      assertEquals(FailureCode.OVERLOADED, await(running.get(MANY - 1)));
      assertEquals("1", await(wired.incidents.find(Caller.anonymous(OTHER), "1", false)).id());
      assertEquals(
          Set.of(FailureCode.OVERLOADED, FailureCode.UPSTREAM_TIMEOUT),
          running.stream().map(WiredChains::await).collect(Collectors.toSet()));
    }
  }

  @Test
  void servesAgain_whenTheDeadlinesOfSlowCallsHavePassed() {
    try (WiredChains wired = unlimited(Duration.ofSeconds(3), 1)) {
      wired.answer(Tenant.DEFAULT, SLOW, okJson("{}").withFixedDelay(20_000));
      wired.answer(Tenant.DEFAULT, INCIDENTS + "/1", okJson("{\"id\": \"1\"}"));

      List<Uni<FailureCode>> running = start(wired, FEW);
      assertEquals(
          Set.of(FailureCode.OVERLOADED, FailureCode.UPSTREAM_TIMEOUT),
          running.stream().map(WiredChains::await).collect(Collectors.toSet()));

      assertEquals("1", await(wired.incidents.find(Caller.ANONYMOUS, "1", false)).id());
      assertEquals(2, wired.calls(Tenant.DEFAULT, SLOW));
    }
  }

  private static List<Uni<FailureCode>> start(WiredChains wired, int calls) {
    List<Uni<FailureCode>> running =
        IntStream.range(0, calls)
            .mapToObj(i -> code(wired.incidents.find(Caller.ANONYMOUS, "slow", false)))
            .map(call -> call.memoize().indefinitely())
            .toList();
    running.forEach(call -> call.subscribe().with(code -> {}));
    return running;
  }

  private static Uni<FailureCode> code(Uni<?> call) {
    return call.map(item -> FailureCode.INTERNAL)
        .onFailure(FailureException.class)
        .recoverWithItem(thrown -> ((FailureException) thrown).failure().code());
  }

  private WiredChains unlimited(Duration timeout, int atOnce) {
    return new WiredChains(clients, BudgetPreset.UNLIMITED, timeout, atOnce);
  }
}
