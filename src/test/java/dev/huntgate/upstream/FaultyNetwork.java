package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.huntgate.SettableClock;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.ToxicProxy.Poison;
import dev.huntgate.upstream.graph.GraphHunting;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.quarkus.oidc.client.OidcClients;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * One tenant's upstream, whose api and login service are reached by proxies that can be poisoned.
 */
final class FaultyNetwork implements AutoCloseable {

  /* The longest answer that the tenant reads. */
  static final long MAX_BYTES = 1 << 20;
  static final String TOKEN =
      "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"token\"}";
  private static final String RESULT =
      "{\"schema\": [{\"name\": \"A\", \"type\": \"Int64\"}], \"results\": []}";
  static final String INCIDENT = "{\"id\": \"1\", \"displayName\": \"One\"}";

  final SettableClock clock = new SettableClock();
  final WireMockServer server;
  final ToxicProxy api;
  final ToxicProxy login;
  final IncidentSource incidents;
  private final HuntingSource hunting;
  private final Upstream upstream;
  private long threads;

  FaultyNetwork(OidcClients clients) {
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
    upstream = new Upstream(connection(limits), clients, clock);
    incidents = new GraphIncidents(upstream);
    hunting = new GraphHunting(upstream);
  }

  TokenState token() {
    return upstream.token();
  }

  Uni<?> read() {
    return incidents.get(Tenant.DEFAULT, "1", false);
  }

  Uni<?> hunt() {
    return hunting.run(Tenant.DEFAULT, HuntsForTests.query("T", null));
  }

  static Uni<FailureCode> code(Uni<?> call) {
    return failure(call).map(Failure::code);
  }

  static Uni<Failure> failure(Uni<?> call) {
    return call.onItemOrFailure()
        .transform(
            (item, thrown) -> {
              assertTrue(thrown instanceof FailureException, item + " " + thrown);
              return ((FailureException) thrown).failure();
            });
  }

  static <T> T await(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(10));
  }

  /** Calls once, so that what is kept for later calls is there. */
  void warm() {
    await(read());
    await(hunt());
    threads = threads();
  }

  /**
   * Heals all, and calls: a connection that is about to be found dead may take one call with it.
   */
  void assertServes() {
    api.poison(Poison.NONE);
    login.poison(Poison.NONE);
    AtomicInteger tries = new AtomicInteger();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(FailureException.class)
        .until(
            () -> {
              tries.incrementAndGet();
              await(read());
              await(hunt());
              return true;
            });
    assertTrue(tries.get() <= 3, tries + " tries");
  }

  /** Whether there are no more connections and threads than before. */
  void assertNothingIsLeft() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
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

  @Override
  public void close() {
    api.close();
    login.close();
    server.stop();
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
