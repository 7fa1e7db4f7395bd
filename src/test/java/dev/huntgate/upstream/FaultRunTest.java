package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.huntgate.upstream.FaultyNetwork.MAX_BYTES;
import static dev.huntgate.upstream.FaultyNetwork.TOKEN;
import static dev.huntgate.upstream.FaultyNetwork.await;
import static dev.huntgate.upstream.FaultyNetwork.code;
import static dev.huntgate.upstream.FaultyNetwork.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.upstream.ToxicProxy.Poison;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a broken network or server does to calls: a failure, and nothing that is left of it. */
@QuarkusTest
class FaultRunTest {

  /* What may be under way in buffers of both ends. */
  private static final long UNDER_WAY = 16 << 20;
  private static final int AT_ONCE = 4;

  @Inject OidcClients clients;

  private FaultyNetwork network;

  @BeforeEach
  void start() {
    network = new FaultyNetwork(clients);
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RESET_AT_ONCE, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "RESET_ON_REQUEST, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "RESET_IN_ANSWER, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "END_IN_ANSWER, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "HALF_OPEN, UPSTREAM_TIMEOUT, UPSTREAM_TIMEOUT",
    "DRIP, UPSTREAM_TIMEOUT, UPSTREAM_TIMEOUT",
    "ENDLESS, RESULT_TOO_LARGE, UPSTREAM_UNAVAILABLE",
    "ENDLESS_LINE, RESULT_TOO_LARGE, UPSTREAM_UNAVAILABLE",
    "ENDLESS_EVENTS, RESULT_TOO_LARGE, UPSTREAM_UNAVAILABLE",
    "ENDLESS_ERROR, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "ENDLESS_HEAD, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "LENGTH_TOO_SHORT, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
    "LENGTH_TOO_LONG, UPSTREAM_UNAVAILABLE, UPSTREAM_UNAVAILABLE",
  })
  void failsAndLetsGo_whenTheApiIsBroken(Poison poison, FailureCode ofRead, FailureCode ofHunt) {
    network.warm();

    network.api.poison(poison);
    for (int round = 0; round < 2; round++) {
      List<Uni<FailureCode>> reads = together(() -> code(network.read()));
      List<Uni<FailureCode>> hunts = together(() -> code(network.hunt()));
      reads.forEach(call -> assertEquals(ofRead, await(call)));
      hunts.forEach(call -> assertEquals(ofHunt, await(call)));
    }

    assertTrue(
        network.api.poured() <= 4 * AT_ONCE * (MAX_BYTES + UNDER_WAY),
        network.api.poured() + " bytes");
    network.assertNothingIsLeft();
    network.assertServes();
  }

  @ParameterizedTest
  @EnumSource(value = Poison.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void failsAndLetsGo_whenTheLoginServiceIsBroken(Poison poison) {
    network.warm();
    network.clock.pass(Duration.ofHours(2));

    network.login.poison(poison);
    for (int round = 0; round < 2; round++) {
      List<Uni<Failure>> calls = together(() -> failure(network.read()));
      for (Uni<Failure> call : calls) {
        UpstreamUnavailable failure = (UpstreamUnavailable) await(call);
        assertEquals("The login service cannot be reached.", failure.message());
        assertEquals(false, failure.sent());
      }
    }

    // Quarkus OIDC Client reads on while it has time; what it reads without an end it lets go of
    // then.
    assertTrue(
        poison.name().startsWith("ENDLESS")
            || network.login.poured() <= 2 * (MAX_BYTES + UNDER_WAY),
        network.login.poured() + " bytes");
    network.server.verify(1, getRequestedFor(anyUrl()));
    network.assertNothingIsLeft();
    network.assertServes();
  }

  @Test
  void servesOnWithTheTokenItHas_whileTheLoginServiceIsDownForFiveMinutes() {
    assertEquals(TokenState.NOT_NEEDED, network.token());
    network.warm();
    assertEquals(TokenState.HELD, network.token());
    network.server.stubFor(
        post(urlPathMatching(".*/token")).willReturn(aResponse().withStatus(503)));
    network.login.poison(Poison.RESET_AT_ONCE);

    // The token ends after an hour, and is renewed two minutes earlier.
    network.clock.pass(Duration.ofMinutes(58));
    for (int half = 0; half < 4; half++) {
      await(network.read());
      network.clock.pass(Duration.ofSeconds(25));
    }
    assertEquals(TokenState.HELD, network.token());
    network.clock.pass(Duration.ofSeconds(30));
    for (int half = 0; half < 6; half++) {
      UpstreamUnavailable failure = (UpstreamUnavailable) await(failure(network.read()));
      assertEquals(false, failure.sent());
      assertEquals(TokenState.FAILED, network.token());
      network.clock.pass(Duration.ofSeconds(30));
    }

    network.login.poison(Poison.NONE);
    network.server.stubFor(post(urlPathMatching(".*/token")).willReturn(okJson(TOKEN)));
    await(network.read());
    await(network.hunt());
    // By the real time its life is counted from, it has ended by this clock.
    assertNotEquals(TokenState.FAILED, network.token());
    network.assertNothingIsLeft();
  }

  private static <T> List<Uni<T>> together(Supplier<Uni<T>> call) {
    List<Uni<T>> calls =
        IntStream.range(0, AT_ONCE).mapToObj(i -> call.get().memoize().indefinitely()).toList();
    calls.forEach(each -> each.subscribe().with(item -> {}, failure -> {}));
    return calls;
  }
}
