package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.huntgate.wiring.WiredChains.EMPTY_RESULT;
import static dev.huntgate.wiring.WiredChains.HUNT;
import static dev.huntgate.wiring.WiredChains.INCIDENTS;
import static dev.huntgate.wiring.WiredChains.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.CachingIncidents;
import dev.huntgate.upstream.ToxicProxy;
import dev.huntgate.upstream.ToxicProxy.Poison;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What broken connections leave behind in the whole pipeline: nothing that the next call lacks. */
@QuarkusTest
class FaultyPipelineTest {

  @Inject OidcClients clients;

  /* As many as run at once; not enough to open the breaker. */
  private static final int AT_ONCE = 2;

  @ParameterizedTest
  @CsvSource({
    "RESET_ON_REQUEST, UPSTREAM_UNAVAILABLE",
    "END_IN_ANSWER, UPSTREAM_UNAVAILABLE",
    "HALF_OPEN, UPSTREAM_TIMEOUT",
    "DRIP, UPSTREAM_TIMEOUT",
    "ENDLESS, UPSTREAM_UNAVAILABLE",
    "ENDLESS_ERROR, UPSTREAM_UNAVAILABLE",
  })
  void serves_asManyAtOnceAsBefore_whenTheFaultIsOver(Poison poison, FailureCode code) {
    AtomicReference<ToxicProxy> proxy = new AtomicReference<>();
    try (WiredChains wired =
        new WiredChains(
            clients,
            BudgetPreset.UNLIMITED,
            Duration.ofSeconds(2),
            AT_ONCE,
            CachingIncidents.off(),
            server -> {
              proxy.set(new ToxicProxy(server));
              return proxy.get().address();
            })) {
      wired.answer(Tenant.DEFAULT, HUNT, okJson(EMPTY_RESULT));
      wired.answer(Tenant.DEFAULT, INCIDENTS + "/1", okJson("{\"id\": \"1\"}"));
      await(read(wired));

      proxy.get().poison(poison);
      together(wired, "Broken").forEach(hunt -> assertEquals(code, await(code(hunt))));

      proxy.get().poison(Poison.NONE);
      // A connection that is about to be found dead may take one more call with it.
      AtomicInteger round = new AtomicInteger();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsInstanceOf(FailureException.class)
          .until(
              () -> {
                together(wired, "Whole" + round.incrementAndGet()).forEach(WiredChains::await);
                return true;
              });
      assertTrue(round.get() <= 3, round + " rounds");
      assertEquals("1", await(read(wired)));
      assertTrue(proxy.get().open() <= AT_ONCE + 1, proxy.get().open() + " connections");
    } finally {
      proxy.get().close();
    }
  }

  private static Uni<String> read(WiredChains wired) {
    return wired.incidents.find(Caller.ANONYMOUS, "1", false).map(found -> found.id());
  }

  /* Each of them is another hunt, so that none shares a run. */
  private static List<? extends Uni<?>> together(WiredChains wired, String table) {
    var hunts =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                i -> wired.hunt(Tenant.DEFAULT, table + " | take " + i).memoize().indefinitely())
            .toList();
    hunts.forEach(hunt -> hunt.subscribe().with(item -> {}, failure -> {}));
    return hunts;
  }

  private static Uni<FailureCode> code(Uni<?> call) {
    return call.onItemOrFailure()
        .transform(
            (item, thrown) -> {
              assertTrue(thrown instanceof FailureException, item + " " + thrown);
              return ((FailureException) thrown).failure().code();
            });
  }
}
