package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.huntgate.SettableClock;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.ToxicProxy.Poison;
import dev.huntgate.upstream.graph.GraphHunting;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network or a server that is broken or hostile does to calls: a failure, and no harm. */
@QuarkusTest
class FaultRunTest {

  private static final String TOKEN =
      "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"token\"}";
  private static final String RESULT =
      "{\"schema\": [{\"name\": \"A\", \"type\": \"Int64\"}], \"results\": []}";
  private static final String INCIDENT = "{\"id\": \"1\", \"displayName\": \"One\"}";
  private static final long MAX_BYTES = 1 << 20;
  /* What may be under way in buffers of both ends. */
  private static final long UNDER_WAY = 16 << 20;
  private static final int AT_ONCE = 4;

  private final SettableClock clock = new SettableClock();
  private WireMockServer server;
  private ToxicProxy api;
  private ToxicProxy login;
  private Upstream upstream;
  private long threads;

  @BeforeEach
  void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    server.start();
    server.stubFor(post(urlPathMatching(".*/token")).willReturn(okJson(TOKEN)));
    server.stubFor(any(urlPathEqualTo("/security/incidents/1")).willReturn(okJson(INCIDENT)));
    server.stubFor(post(urlPathEqualTo("/security/runHuntingQuery")).willReturn(okJson(RESULT)));
    api = new ToxicProxy(server.baseUrl());
    login = new ToxicProxy(server.baseUrl());
    Limits limits =
        new Limits(
            Duration.ofSeconds(1), Duration.ofMillis(1_500), Duration.ofSeconds(2), MAX_BYTES);
    upstream = new Upstream(connection(limits), clock);
  }

  @AfterEach
  void stop() {
    api.close();
    login.close();
    server.stop();
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
    warm();

    api.poison(poison);
    for (int round = 0; round < 2; round++) {
      List<Uni<FailureCode>> reads = together(() -> code(read()));
      List<Uni<FailureCode>> hunts = together(() -> code(hunt()));
      reads.forEach(call -> assertEquals(ofRead, await(call)));
      hunts.forEach(call -> assertEquals(ofHunt, await(call)));
    }

    assertTrue(api.poured() <= 4 * AT_ONCE * (MAX_BYTES + UNDER_WAY), api.poured() + " bytes");
    assertNothingIsLeft();
    assertServes();
  }

  @ParameterizedTest
  @EnumSource(value = Poison.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void failsAndLetsGo_whenTheLoginServiceIsBroken(Poison poison) {
    warm();
    clock.pass(Duration.ofHours(2));

    login.poison(poison);
    for (int round = 0; round < 2; round++) {
      List<Uni<Failure>> calls = together(() -> failure(read()));
      for (Uni<Failure> call : calls) {
        UpstreamUnavailable failure = (UpstreamUnavailable) await(call);
        assertEquals("The login service cannot be reached.", failure.message());
        assertEquals(false, failure.sent());
      }
    }

    assertTrue(login.poured() <= 2 * (MAX_BYTES + UNDER_WAY), login.poured() + " bytes");
    server.verify(1, getRequestedFor(anyUrl()));
    assertNothingIsLeft();
    assertServes();
  }

  @Test
  void servesOnWithTheTokenItHas_whileTheLoginServiceIsDownForFiveMinutes() {
    warm();
    server.stubFor(post(urlPathMatching(".*/token")).willReturn(aResponse().withStatus(503)));
    login.poison(Poison.RESET_AT_ONCE);

    // The token ends after an hour, and is renewed two minutes earlier.
    clock.pass(Duration.ofMinutes(58));
    for (int half = 0; half < 4; half++) {
      await(read());
      clock.pass(Duration.ofSeconds(25));
    }
    clock.pass(Duration.ofSeconds(30));
    for (int half = 0; half < 6; half++) {
      UpstreamUnavailable failure = (UpstreamUnavailable) await(failure(read()));
      assertEquals(false, failure.sent());
      clock.pass(Duration.ofSeconds(30));
    }

    login.poison(Poison.NONE);
    server.stubFor(post(urlPathMatching(".*/token")).willReturn(okJson(TOKEN)));
    await(read());
    await(hunt());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect_withATokenOrForOne(int status) {
    WireMockServer elsewhere =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    elsewhere.start();
    try {
      elsewhere.stubFor(any(anyUrl()).willReturn(okJson(TOKEN)));
      String there = elsewhere.baseUrl() + "/directory-1/oauth2/v2.0/token";
      warm();
      redirect("/security/.*", status, there);
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(read())));
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(hunt())));

      clock.pass(Duration.ofHours(2));
      redirect(".*/token", status, there);
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(read())));
      redirect(".*/token", status, server.baseUrl() + "/again/token");
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(read())));

      elsewhere.verify(0, anyRequestedFor(anyUrl()));
      server.verify(0, postRequestedFor(urlPathEqualTo("/again/token")));
      server.verify(0, getRequestedFor(urlPathEqualTo("/again/token")));
    } finally {
      elsewhere.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500})
  void stopsABodyThatInflates(int status) throws IOException {
    warm();
    byte[] bomb = bomb(256 << 20);
    assertTrue(bomb.length < MAX_BYTES, "it is small on the wire");
    server.stubFor(
        any(urlPathMatching("/security/.*"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(bomb)));
    long before = usedHeapAtMost();

    FailureCode expected =
        status == 200 ? FailureCode.RESULT_TOO_LARGE : FailureCode.UPSTREAM_UNAVAILABLE;
    assertEquals(expected, await(code(read())));
    assertEquals(expected, await(code(hunt())));

    assertTrue(usedHeapAtMost() - before < 64 << 20, "memory of the bomb is kept");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500})
  void readsNoDepths(int status) {
    warm();
    String deep = "{\"error\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    server.stubFor(
        any(urlPathMatching("/security/.*"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(deep)));

    FailureCode expected =
        status == 429 ? FailureCode.UPSTREAM_THROTTLED : FailureCode.UPSTREAM_UNAVAILABLE;
    assertEquals(expected, await(code(read())));
    assertEquals(expected, await(code(hunt())));
    assertNothingIsLeft();
  }

  @Test
  void goesNowhereElse_whereverTheNextPageIsSaidToBe() {
    server.stubFor(
        any(urlPathEqualTo("/security/incidents"))
            .willReturn(
                okJson(
                    "{\"value\": ["
                        + INCIDENT
                        + "], \"@odata.nextLink\":"
                        + " \"http://169.254.169.254/latest\"}")));

    assertTrue(
        await(
                new GraphIncidents(upstream)
                    .list(
                        Tenant.DEFAULT,
                        new IncidentListing(
                            IncidentOrder.CREATED,
                            null,
                            null,
                            IncidentFilter.ALL,
                            5,
                            0,
                            false,
                            false)))
            .more());

    server.verify(1, getRequestedFor(anyUrl()));
  }

  private void warm() {
    await(read());
    await(hunt());
    threads = threads();
  }

  private void assertServes() {
    api.poison(Poison.NONE);
    login.poison(Poison.NONE);
    await(read());
    await(hunt());
  }

  private void assertNothingIsLeft() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              // Those that are kept for the next call are good ones.
              assertTrue(api.open() <= 2 && login.open() <= 1, api.open() + ", " + login.open());
              assertTrue(threads() <= threads + 8, threads + " threads, then " + threads());
            });
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !ToxicProxy.isOurs(thread))
        .filter(thread -> !thread.getName().startsWith("qtp"))
        .count();
  }

  private static long usedHeapAtMost() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void redirect(String path, int status, String to) {
    server.stubFor(
        any(urlPathMatching(path))
            .willReturn(aResponse().withStatus(status).withHeader("Location", to)));
  }

  private static byte[] bomb(int bytes) throws IOException {
    ByteArrayOutputStream squeezed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(squeezed)) {
      gzip.write("{\"a\":[".getBytes(StandardCharsets.UTF_8));
      byte[] zeros = "0,".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes / zeros.length; i++) {
        gzip.write(zeros);
      }
    }
    return squeezed.toByteArray();
  }

  private Uni<?> read() {
    return new GraphIncidents(upstream).get(Tenant.DEFAULT, "1", false);
  }

  private Uni<?> hunt() {
    return new GraphHunting(upstream).run(Tenant.DEFAULT, HuntsForTests.query("T", null));
  }

  private static <T> List<Uni<T>> together(Supplier<Uni<T>> call) {
    List<Uni<T>> calls =
        IntStream.range(0, AT_ONCE).mapToObj(i -> call.get().memoize().indefinitely()).toList();
    calls.forEach(each -> each.subscribe().with(item -> {}, failure -> {}));
    return calls;
  }

  private static Uni<FailureCode> code(Uni<?> call) {
    return failure(call).map(Failure::code);
  }

  private static Uni<Failure> failure(Uni<?> call) {
    return call.onItemOrFailure()
        .transform(
            (item, thrown) -> {
              assertTrue(thrown instanceof FailureException, item + " " + thrown);
              return ((FailureException) thrown).failure();
            });
  }

  private static <T> T await(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(10));
  }

  private Connection connection(Limits limits) {
    Connection like =
        ConnectionsForTests.connection(
            UpstreamFamily.GRAPH, api.address(), limits, new Credentials.ClientSecret("s3cret"));
    return new Connection(
        like.tenant(),
        like.family(),
        like.directoryId(),
        like.clientId(),
        like.credentials(),
        like.baseUri(),
        URI.create(login.address() + "/directory-1/oauth2/v2.0/token"),
        like.scope(),
        like.portalUri(),
        like.limits());
  }
}
