package dev.huntgate.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.incident.CachingIncidents;
import dev.huntgate.incident.Incidents;
import dev.huntgate.upstream.ConnectionsForTests;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.Upstream;
import dev.huntgate.upstream.UpstreamFamily;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows one 429 of upstream, in the whole of both pipelines. */
@QuarkusTest
class ThrottledPipelineTest {

  private static final Instant START = Instant.parse("2026-03-01T10:07:30Z");
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final String CALLS = ".*(/incidents/1.*|/runHuntingQuery|/advancedhunting/run)";
  private static final String ANSWER =
      "{\"id\": \"1\", \"incidentId\": 1, \"%s\": [{\"%s\": \"A\", \"%s\": \"Int64\"}],"
          + " \"%s\": []}";

  @Inject OidcClients clients;
  @Inject BudgetConfig budget;
  @Inject LimitsConfig limits;
  @Inject ResilienceConfig resilience;
  @Inject CacheConfig caching;

  private final VirtualTime time = new VirtualTime(START);
  private final InMemoryLedger ledger =
      new InMemoryLedger(
          tenant -> BudgetPreset.UNLIMITED.pools(),
          new BudgetRules(Duration.ZERO, 1, 100, Shares.DEFAULT),
          time,
          time);
  private final Gate gate = new Gate();
  private WireMockServer server;

  /** Counts the calls as they arrive, and holds their answers back. */
  private static final class Gate implements ResponseDefinitionTransformerV2 {
    final AtomicInteger arrived = new AtomicInteger();
    volatile CountDownLatch open = new CountDownLatch(0);

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      if (event.getRequest().getUrl().matches(CALLS)) {
        arrived.incrementAndGet();
        try {
          assertTrue(open.await(WAIT.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      return event.getResponseDefinition();
    }

    @Override
    public String getName() {
      return "gate";
    }
  }

  @BeforeEach
  void start() {
    server =
        new WireMockServer(
            WireMockConfiguration.options().dynamicPort().gzipDisabled(true).extensions(gate));
    server.start();
    server.stubFor(
        post(urlPathMatching(".*/token"))
            .willReturn(
                okJson(
                    "{\"token_type\": \"Bearer\", \"expires_in\": 3599,"
                        + " \"access_token\": \"token\"}")));
  }

  @AfterEach
  void stop() {
    gate.open.countDown();
    server.stop();
  }

  static Stream<Arguments> everyWording() {
    return Stream.of(
            Arguments.of("17", "quota exceeded, in 8 seconds", "2026-03-01T10:07:47Z"),
            Arguments.of("Sun, 01 Mar 2026 10:09:00 GMT", "", "2026-03-01T10:09:00Z"),
            Arguments.of(
                "",
                "Maximum allowed 30 per 00:01:00 for the key Destination+TenantID+AppID. You can"
                    + " send requests again in 8 seconds.",
                "2026-03-01T10:07:38Z"),
            Arguments.of("", "Try again at 2026-03-01T10:31:00Z.", "2026-03-01T10:31:00Z"),
            Arguments.of(
                "",
                "API calls quota exceeded! maximum allowed 45 per 00:01:00",
                "2026-03-01T10:08:30Z"),
            Arguments.of(
                "",
                "API calls quota exceeded! maximum allowed 1500 per 01:00:00",
                "2026-03-01T11:07:30Z"),
            Arguments.of(
                "",
                "You have exceeded processing resources allocated to this tenant. You can run"
                    + " queries again in <duration>.",
                "2026-03-01T10:15:00Z"),
            Arguments.of("", "Too many requests.", "2026-03-01T10:08:30Z"))
        .flatMap(
            wording ->
                Stream.of(UpstreamFamily.values())
                    .flatMap(
                        family ->
                            Stream.of("incidents", "hunting")
                                .map(
                                    pipeline ->
                                        Arguments.of(
                                            family,
                                            pipeline,
                                            wording.get()[0],
                                            wording.get()[1],
                                            wording.get()[2]))));
  }

  @ParameterizedTest
  @MethodSource("everyWording")
  void sendsNothingBeforeTheTimeAndOneProbeAfterIt(
      UpstreamFamily family, String pipeline, String retryAfter, String message, Instant until) {
    IntFunction<Uni<?>> caller = pipeline(pipeline, family);
    answer(throttling(retryAfter, message));
    assertThrottled(until, subscribe(caller.apply(0)));
    assertEquals(1, sent());

    answer(okJson(success(family)));
    for (Instant before :
        List.of(
            START,
            START.plus(Duration.between(START, until).dividedBy(2)),
            until.minusSeconds(6),
            until.minusMillis(1))) {
      time.passTo(before.isBefore(time.instant()) ? time.instant() : before);
      if (time.instant().isBefore(until.minusSeconds(5))) {
        tenAtOnce(caller).forEach(refused -> assertThrottled(until, refused));
      }
    }
    List<UniAssertSubscriber<?>> waiting = tenAtOnce(caller);
    Awaitility.await().atMost(WAIT).until(() -> queueLength() == 10);
    assertEquals(1, sent());

    gate.open = new CountDownLatch(1);
    time.passTo(until);
    UniAssertSubscriber<?> late = subscribe(caller.apply(10));
    Awaitility.await().atMost(WAIT).until(() -> sent() == 2 && queueLength() == 10);
    assertEquals(2, sent());

    gate.open.countDown();
    waiting.forEach(one -> one.awaitItem(WAIT));
    late.awaitItem(WAIT);
    assertEquals(12, sent());
  }

  private IntFunction<Uni<?>> pipeline(String name, UpstreamFamily family) {
    UpstreamSources upstream =
        new UpstreamSources(
            tenant ->
                Optional.of(
                    new Upstream(
                        ConnectionsForTests.connection(family, server.baseUrl()), clients, time)));
    Chains chains = new Chains();
    if (name.equals("incidents")) {
      Incidents incidents =
          chains.incidents(
              upstream,
              ledger,
              budget,
              CachingIncidents.off(),
              limits,
              resilience,
              Tracing.off(),
              time);
      return number -> incidents.find(Caller.ANONYMOUS, "1", false);
    }
    Hunts hunts =
        chains.hunts(
            upstream,
            ledger,
            new RunningTimes(Duration.ofSeconds(1)),
            new Spending(),
            new ResultCache(caching, CacheEvents.UNWATCHED, () -> 0),
            caching,
            CacheEvents.UNWATCHED,
            Audit.NONE,
            limits,
            resilience,
            Sharing.NONE,
            Tracing.off(),
            time);
    return number ->
        hunts.run(
            HuntRequest.of(
                "T | take " + number,
                null,
                new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ofSeconds(5))));
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathMatching(CALLS)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder throttling(String retryAfter, String message) {
    ResponseDefinitionBuilder answer =
        new ResponseDefinitionBuilder()
            .withStatus(429)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"error\": {\"code\": \"429\", \"message\": \"" + message + "\"}}");
    return retryAfter.isEmpty() ? answer : answer.withHeader("Retry-After", retryAfter);
  }

  private static String success(UpstreamFamily family) {
    return family == UpstreamFamily.GRAPH
        ? ANSWER.formatted("schema", "name", "type", "results")
        : ANSWER.formatted("Schema", "Name", "Type", "Results");
  }

  private static List<UniAssertSubscriber<?>> tenAtOnce(IntFunction<Uni<?>> caller) {
    return IntStream.range(0, 10)
        .<UniAssertSubscriber<?>>mapToObj(number -> subscribe(caller.apply(number)))
        .toList();
  }

  private static <T> UniAssertSubscriber<T> subscribe(Uni<T> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static void assertThrottled(Instant until, UniAssertSubscriber<?> caller) {
    FailureException thrown =
        assertInstanceOf(FailureException.class, caller.awaitFailure(WAIT).getFailure());
    Failure failure = assertInstanceOf(UpstreamThrottled.class, thrown.failure());
    assertEquals(until, failure.retryAt());
  }

  private int sent() {
    return gate.arrived.get();
  }

  private int queueLength() {
    return ledger.standing(Tenant.DEFAULT).await().indefinitely().stream()
        .mapToInt(standing -> standing.queueLength())
        .max()
        .orElse(0);
  }
}
